import { identity } from '../../../shared/words/en/identity.ts';

/** What the browser shows at the end; self-contained, and without script. */
function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style>
<h1>${title}</h1>
<p>${text}</p>
</html>`;
}

export const signedInPage = page(
  identity['identity.browser.done.title'],
  identity['identity.browser.done.text'],
);

export const notSignedInPage = page(
  identity['identity.browser.failed.title'],
  identity['identity.browser.failed.text'],
);
