import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Service } from '../service/service.ts';
import { pushEvents, tell } from './ipc.ts';
import { createRateLimit } from '../service/callLimits.ts';
import { backgroundColor } from './theme.ts';
import { bringForward, openWindow } from './window.ts';

interface FrontWindowOptions {
  readonly service: Service;
  readonly preload: string;
  readonly packaged: boolean;
  readonly title: string;
  readonly reportBug: (error: unknown, where: string) => void;
}

export interface FrontWindow {
  /** Opens the window, or brings it forward; then shows the page of `route`, if one is named. */
  show(route: string | null): void;
  /** Ids of the web contents that may call. */
  readonly callers: ReadonlySet<number>;
}

/** A page that crashes comes back, but not for ever. */
const reloads = { burst: 3, perSecond: 1 / 60 } as const;

/** The one window of the app. */
export function createFrontWindow(options: FrontWindowOptions): FrontWindow {
  const callers = new Set<number>();
  const mayReload = createRateLimit(() => performance.now(), reloads);
  let window: BrowserWindow | null = null;

  function open(route: string | null): BrowserWindow {
    const opened = openWindow({
      preload: options.preload,
      packaged: options.packaged,
      title: options.title,
      backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
      route,
      onFailure: (error) => options.reportBug(error, 'loading the page'),
    });
    const contents = opened.webContents;
    const { id } = contents;
    callers.add(id);
    pushEvents(options.service, contents);
    contents.on('render-process-gone', (_event, { reason }) => {
      options.reportBug(new Error(reason), 'page process');
      if (reason !== 'clean-exit' && mayReload('page')) contents.reload();
    });
    opened.once('closed', () => {
      callers.delete(id);
      window = null;
    });
    return opened;
  }

  return {
    callers,
    show(route) {
      if (window === null) {
        window = open(route);
        return;
      }
      bringForward(window);
      if (route === null) return;
      const { webContents } = window;
      const navigate = (): void => tell(webContents, 'app.navigate', { route });
      if (webContents.isLoading()) webContents.once('did-finish-load', navigate);
      else navigate();
    },
  };
}
