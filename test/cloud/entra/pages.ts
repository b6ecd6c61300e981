/** The pages a person meets in the browser. Plain forms, so that a script can fill them in too. */

export function signInPage(action: string, hint: string, problem: string | null): string {
  return page(
    'Sign in',
    `${problem === null ? '' : `<p role="alert">${escape(problem)}</p>`}
    <form method="post" action="${escape(action)}">
      <label>Account <input name="login" value="${escape(hint)}" autocomplete="off"></label>
      <label>Password <input name="password" type="password" value="any"></label>
      <button>Sign in</button>
    </form>`,
  );
}

export function consentPage(
  action: string,
  scopes: readonly string[],
  needsAdmin: boolean,
  admin: boolean,
): string {
  const list = scopes.map((scope) => `<li>${escape(scope)}</li>`).join('');
  if (needsAdmin)
    return page(
      'Need admin approval',
      `<p role="alert">AADSTS90094: only an administrator can grant this.</p><ul>${list}</ul>
      ${form(action, 'return', 'Return to the application without granting consent')}`,
    );
  return page(
    'Permissions requested',
    `<ul>${list}</ul>
    ${form(action, 'accept', 'Accept')}
    ${admin ? form(action, 'accept-for-all', 'Accept on behalf of your organization') : ''}
    ${form(action, 'decline', 'Cancel')}`,
  );
}

/** What Entra shows and never sends back to the app. */
export function errorPage(number: number, text: string): string {
  return page('Sign in', `<p role="alert">AADSTS${number}: ${escape(text)}</p>`);
}

/** Posts to the app's loopback address, as `response_mode=form_post` does. */
export function formPostPage(redirect: string, values: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');
  return page(
    'Working',
    `<form method="post" action="${escape(redirect)}">${inputs}<noscript><button>Continue</button></noscript></form>
    <script>document.forms[0].submit()</script>`,
  );
}

function form(action: string, decision: string, label: string): string {
  return `<form method="post" action="${escape(action)}"><input type="hidden" name="decision" value="${decision}"><button>${label}</button></form>`;
}

export function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><main><h1>${title}</h1>${content}</main></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
