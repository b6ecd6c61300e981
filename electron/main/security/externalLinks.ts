import { externalHosts } from '../../../shared/externalHosts.ts';

const addressLengthMax = 2048;

/**
 * Hands an address to the system's browser if it is one that a link of ours may have: https, a host
 * of the list by its exact name, the default port, no credentials. The normalised address is passed
 * on, never the text that came.
 *
 * @returns whether it was opened.
 *
 * SECURITY: S15
 */
export function openExternalLink(text: string, opener: (url: string) => void): boolean {
  const url = text.length > addressLengthMax ? null : URL.parse(text);
  if (
    url === null ||
    url.protocol !== 'https:' ||
    url.port !== '' ||
    url.username !== '' ||
    url.password !== '' ||
    !externalHosts.includes(url.hostname)
  ) {
    return false;
  }
  opener(url.href);
  return true;
}
