/**
 * The origin of the region that a redirect names, or `null` where no token of ours may go: it must be
 * HTTPS on the host that was asked, or on a host below it (`eurprd01.outlook.office365.com`). On the
 * loopback (a private cloud) any port of the loopback will do.
 *
 * SECURITY: S30
 */
export function regionOf(origin: string, location: string | null): string | null {
  const asked = URL.parse(origin);
  const target = location === null ? null : URL.parse(location, origin);
  if (asked === null || target?.protocol !== 'https:' || target.username !== '') return null;
  const isSame = target.hostname === asked.hostname && target.port === asked.port;
  const isBelow = target.hostname.endsWith(`.${asked.hostname}`) && target.port === asked.port;
  const isLocal = isLoopback(asked.hostname) && isLoopback(target.hostname);
  return isSame || isBelow || isLocal ? target.origin : null;
}

function isLoopback(hostname: string): boolean {
  return /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/.test(hostname);
}
