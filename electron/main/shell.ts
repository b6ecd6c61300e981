import { app, dialog, Menu, nativeTheme, protocol, shell } from 'electron';
import { dataDirectory } from '../service/dataDirectory.ts';
import { createWords } from '../service/words.ts';
import { settingsSchema } from '../../shared/contract/app.ts';
import type { Service } from '../service/service.ts';
import { deepLinkScheme, routeOfArguments, routeOfDeepLink } from './deepLinks.ts';
import { createFrontWindow } from './frontWindow.ts';
import type { FrontWindow } from './frontWindow.ts';
import { guardSession } from './guardSession.ts';
import { serveCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { buildPaths } from './paths.ts';
import { privilegedScheme } from './security/appProtocol.ts';
import { callRate, createRateLimit } from '../service/callLimits.ts';
import { openExternalLink } from './security/externalLinks.ts';
import { guardNavigation } from './security/navigation.ts';
import { privateCloudOf } from '../service/identity/privateCloud.ts';
import { success } from '../../shared/errors.ts';
import { startService } from './startService.ts';
import type { RunningService } from './startService.ts';
import { themeSource } from './theme.ts';

/** Links that a page may open one after the other; a person does not come near it. */
const linkRate = { burst: 5, perSecond: 1 } as const;

/** The desktop app, from the first line of the process to its end. */
export function startShell(): void {
  // SECURITY: S4 for every process of a page, before the first can start.
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([privilegedScheme]);
  app.setPath('userData', dataDirectory(null, process.env, process.platform));
  // SECURITY: S35 the first instance hears of this one, and shows itself.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);

  let front: FrontWindow | null = null;
  let firstRoute = routeOfArguments(process.argv);
  const show = (route: string | null): void => {
    if (front === null) firstRoute = route ?? firstRoute;
    else front.show(route);
  };
  app.on('second-instance', (_event, args) => show(routeOfArguments(args)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    show(routeOfDeepLink(url));
  });
  app.on('activate', () => show(null));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  guardEveryPage();

  const begin = async (): Promise<void> => {
    await app.whenReady();
    const running = await serviceOrGoodbye();
    if (running === null) return;
    front = await openShell(running, show);
    front.show(firstRoute);
  };
  begin().catch(crash);
}

/** A bug while starting: Electron shows what is thrown outside of any promise, and nothing else. */
function crash(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** SECURITY: S13 SECURITY: S14 SECURITY: S15 whatever page comes to be, ours or not. */
function guardEveryPage(): void {
  const mayOpen = createRateLimit(() => performance.now(), linkRate);
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, (url) => {
      if (mayOpen('link')) openExternalLink(url, (safe) => void shell.openExternal(safe));
    });
  });
}

async function serviceOrGoodbye(): Promise<RunningService | null> {
  const folder = app.getPath('userData');
  const words = createWords();
  const cloud = app.isPackaged ? success(null) : await privateCloudOf(process.env);
  if (!cloud.ok) return goodbye(words('web.cloudUnusable', { code: cloud.error.code }));
  try {
    return startService(folder, cloud.value);
  } catch {
    return goodbye(words('shell.startFailed.text', { folder }));
  }
}

function goodbye(text: string): null {
  dialog.showErrorBox(createWords()('shell.startFailed.title'), text);
  app.exit(1);
  return null;
}

async function openShell(
  { service, ports }: RunningService,
  show: (route: string) => void,
): Promise<FrontWindow> {
  const { preload, page } = buildPaths(import.meta.dirname);
  const packaged = app.isPackaged;
  const words = createWords();
  guardSession(page, !packaged);
  await followTheme(service);
  const template = menuTemplate({ platform: process.platform, developer: !packaged, words, show });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  const title = words('app.name');
  const front = createFrontWindow({
    service,
    preload,
    packaged,
    title,
    reportBug: ports.reportBug,
  });
  serveCalls({
    router: service.router,
    windows: front.callers,
    mayCall: createRateLimit(() => performance.now(), callRate),
  });
  closeAtTheEnd(service);
  return front;
}

async function followTheme(service: Service): Promise<void> {
  const settings = await service.router.handle('settings.get', {});
  if (settings.ok) applyTheme(settings.value);
  service.subscribe((event, payload) => {
    if (event === 'settings.changed') applyTheme(payload);
  });
}

function applyTheme(settings: unknown): void {
  nativeTheme.themeSource = themeSource(settingsSchema.parse(settings).theme);
}

/** The service closes what it has open before the process goes. */
function closeAtTheEnd(service: Service): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void service.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
