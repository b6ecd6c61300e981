import { clouds } from '../../../shared/identity/clouds.ts';

const addressLengthMax = 16_384;

const origins: ReadonlySet<string> = new Set(
  Object.values(clouds).map(({ authority }) => authority),
);

/**
 * Hands a sign-in page to the system's browser, if it is one of Microsoft's clouds. It alone may carry
 * a query as long as claims make it; the page can't ask for it, only the service can.
 *
 * @throws for any other address.
 *
 * SECURITY: S15
 */
export async function openSignInPage(
  text: string,
  opener: (url: string) => Promise<void>,
): Promise<void> {
  const url = text.length > addressLengthMax ? null : URL.parse(text);
  if (url === null || !origins.has(url.origin) || url.username !== '' || url.password !== '')
    throw new Error('not a sign-in page');
  await opener(url.href);
}
