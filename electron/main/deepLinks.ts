import { events } from '../../shared/contract/index.ts';

export const deepLinkScheme = 'exo-companion';

/**
 * The page's route that a deep link names: `exo-companion://dane/contoso.com?tab=chain` is
 * `/dane/contoso.com?tab=chain`. `null` for anything else.
 *
 * Anybody may put such a link anywhere, so it can only ever show a page: it starts nothing, answers
 * nothing, and what it carries is what the address bar of a browser would carry.
 *
 * SECURITY: S27
 */
export function routeOfDeepLink(text: string): string | null {
  const url = text.length > 512 ? null : URL.parse(text);
  if (
    url === null ||
    url.protocol !== `${deepLinkScheme}:` ||
    url.host === '' ||
    url.port !== '' ||
    url.username !== '' ||
    url.password !== '' ||
    url.hash !== ''
  ) {
    return null;
  }
  const path = url.pathname === '/' ? '' : url.pathname;
  const parsed = events['app.navigate'].safeParse({ route: `/${url.host}${path}${url.search}` });
  return parsed.success ? parsed.data.route : null;
}

/** The route of the first deep link among a process's arguments (Windows and Linux pass it there). */
export function routeOfArguments(args: readonly string[]): string | null {
  const link = args.find((argument) => argument.startsWith(`${deepLinkScheme}:`));
  return link === undefined ? null : routeOfDeepLink(link);
}
