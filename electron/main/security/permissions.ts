import type { Session } from 'electron';
import { isOwnUrl } from './origin.ts';

/** What Chromium may grant the page. Everything that is not here, known today or not, is denied. */
const allowed: ReadonlySet<string> = new Set([
  // The copy buttons. Writing only, and only after a click.
  'clipboard-sanitized-write',
]);

/** SECURITY: S5 */
export function isPermitted(permission: string, requestingUrl: string): boolean {
  return allowed.has(permission) && isOwnUrl(requestingUrl);
}

/** Answers all three ways in which Chromium asks: the request, the check without one, and devices. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}
