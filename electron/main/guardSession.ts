import { app, protocol, session } from 'electron';
import { createAppProtocol } from './security/appProtocol.ts';
import { guardDownloads } from './security/downloads.ts';
import { appScheme } from './security/origin.ts';
import { guardPermissions } from './security/permissions.ts';
import { filterRequests } from './security/requestFilter.ts';

/** What holds for every page of the app. To be called when the app is ready, before a window opens. */
export function guardSession(page: string, developer: boolean): void {
  protocol.handle(appScheme, createAppProtocol(page));
  filterRequests(session.defaultSession, developer);
  guardPermissions(session.defaultSession);
  guardDownloads(session.defaultSession, app.getPath('downloads'));
}
