import type { Session } from 'electron';
import { isOwnBlob, isOwnUrl } from './origin.ts';

/**
 * What the page's network stack may ask for: the app's own files, what the page made itself, and
 * nothing on any network. The content security policy says the same to the page; this holds for a
 * page that got round it.
 *
 * SECURITY: S1
 */
export function mayRequest(url: string, developer: boolean): boolean {
  if (isOwnUrl(url) || isOwnBlob(url) || url.startsWith('data:')) return true;
  return developer && url.startsWith('devtools:');
}

export function filterRequests(session: Session, developer: boolean): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayRequest(details.url, developer) });
  });
}
