/**
 * The hosts that a link of ours may open in the system's browser, by https alone. Exact names: a
 * subdomain is another host. The page's links are tested against this list, and the shell opens
 * nothing else.
 *
 * SECURITY: S15
 */
export const externalHosts: readonly string[] = [
  // Microsoft: documentation, admin centres, sign-in, and its own analysers
  'learn.microsoft.com',
  'techcommunity.microsoft.com',
  'admin.microsoft.com',
  'admin.exchange.microsoft.com',
  'entra.microsoft.com',
  'entra.microsoft.us',
  'entra.microsoftonline.cn',
  'portal.azure.com',
  'login.microsoftonline.com',
  // … where the code of a sign-in is typed
  'microsoft.com',
  'www.microsoft.com',
  'login.microsoft.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'testconnectivity.microsoft.com',
  // Other people's DANE checkers
  'www.huque.com',
  'www.mailhardener.com',
  // Privacy policies of public resolvers
  'quad9.net',
  'developers.cloudflare.com',
  'developers.google.com',
  // Standards
  'www.rfc-editor.org',
  'datatracker.ietf.org',
  'www.iana.org',
  // This project's own pages
  'github.com',
];
