/**
 * Exchange Online's own servers. Their records are Microsoft's: an administrator neither publishes
 * nor changes them.
 */

/** Where DANE can't be: these zones are not signed, and will not be. */
const legacySuffixes = [
  '.mail.protection.outlook.com',
  '.mail.eo.outlook.com',
  '.mail.protection.outlook.de',
  '.mail.protection.office365.us',
  '.mail.protection.partner.outlook.cn',
];

const signedSuffix = '.mx.microsoft';

export type ExchangeOnlineHost = 'legacy' | 'signed';

/** `null`: somebody else's server. */
export function exchangeOnlineHost(host: string): ExchangeOnlineHost | null {
  if (host.endsWith(signedSuffix)) return 'signed';
  return legacySuffixes.some((suffix) => host.endsWith(suffix)) ? 'legacy' : null;
}
