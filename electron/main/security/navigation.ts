import type { WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (!isOwnUrl(event.url)) event.preventDefault();
}

/**
 * Keeps a page where it is: no frame leaves the app's origin, no window opens, no `<webview>` comes
 * to life. A link to elsewhere is handed to `openLink`, which decides about it.
 *
 * SECURITY: S11 SECURITY: S13 SECURITY: S14
 */
export function guardNavigation(contents: WebContents, openLink: (url: string) => void): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
