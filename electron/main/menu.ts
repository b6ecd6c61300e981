import type { MenuItemConstructorOptions } from 'electron';
import type { WordId } from '../../shared/words/en.ts';

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Reload and developer tools: never in the packaged app. SECURITY: S23 */
  readonly developer: boolean;
  readonly words: (id: WordId) => string;
  readonly show: (route: string) => void;
}

/**
 * The menu. Its roles are what gives text fields their keys (copy, paste, undo) and the window its
 * zoom, on a Mac above all; Electron names them in the system's words.
 */
export function menuTemplate({
  platform,
  developer,
  words,
  show,
}: MenuOptions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const about = { label: words('shell.menu.about'), click: () => show('/about') };
  const settings = { label: words('shell.menu.settings'), click: () => show('/settings') };
  const shortcuts = { label: words('shell.menu.shortcuts'), click: () => show('/shortcuts') };
  const line = { type: 'separator' } as const;
  const application: MenuItemConstructorOptions = {
    label: words('app.name'),
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: words('shell.menu.file'),
    submenu: mac ? [{ role: 'close' }] : [settings, line, { role: 'quit' }],
  };
  return [
    ...(mac ? [application] : []),
    file,
    { label: words('shell.menu.edit'), role: 'editMenu' },
    viewMenu(words('shell.menu.view'), developer),
    { label: words('shell.menu.window'), role: 'windowMenu' },
    {
      label: words('shell.menu.help'),
      role: 'help',
      submenu: mac ? [shortcuts] : [shortcuts, about],
    },
  ];
}

function viewMenu(label: string, developer: boolean): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    { role: 'toggleDevTools' },
    { type: 'separator' },
  ];
  return {
    label,
    submenu: [
      ...(developer ? forDevelopers : []),
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
}
