import { clouds } from '../../../shared/identity/clouds.ts';

const addressLengthMax = 16_384;

const origins: ReadonlySet<string> = new Set(
  Object.values(clouds).map(({ authority }) => authority),
);

/**
 * Hands a sign-in page to the system's browser, if it is one of Microsoft's clouds, or of the private
 * cloud that stands in their place. It alone may carry a query as long as claims make it; the page
 * can't ask for it, only the service can.
 *
 * @throws for any other address.
 *
 * SECURITY: S15
 */
export async function openSignInPage(
  text: string,
  opener: (url: string) => Promise<void>,
  privateAuthority: string | null,
): Promise<void> {
  const url = text.length > addressLengthMax ? null : URL.parse(text);
  const isKnown = (origin: string): boolean =>
    privateAuthority === null ? origins.has(origin) : origin === privateAuthority;
  if (url === null || !isKnown(url.origin) || url.username !== '' || url.password !== '')
    throw new Error('not a sign-in page');
  await opener(url.href);
}
