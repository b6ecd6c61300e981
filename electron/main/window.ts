import { BrowserWindow } from 'electron';
import { startUrl } from './security/origin.ts';
import { webPreferences } from './security/webPreferences.ts';

interface WindowOptions {
  readonly preload: string;
  readonly packaged: boolean;
  readonly title: string;
  readonly backgroundColor: string;
  /** The page to begin with; `null`: the page's own start. */
  readonly route: string | null;
  readonly onFailure: (error: unknown) => void;
}

/** The window. Shown when there is something to see. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    width: 1280,
    height: 860,
    minWidth: 480,
    minHeight: 400,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: options.backgroundColor,
    webPreferences: webPreferences(options.preload, options.packaged),
  });
  window.once('ready-to-show', () => window.show());
  window
    .loadURL(options.route === null ? startUrl : `${startUrl}#${options.route}`)
    .catch(options.onFailure);
  return window;
}

/** Brings a window before the others, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
