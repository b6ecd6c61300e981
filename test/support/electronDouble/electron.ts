import { absent, closed, emitterOf, notInTheDouble } from './absent.ts';
import { createApp } from './app.ts';
import { unlessGone } from './cdp.ts';
import { createPage } from './page.ts';
import type { PageDouble, PagePreferences, Surroundings } from './page.ts';
import { createSession } from './session.ts';
import type { World } from './state.ts';

type Handler = (event: object, ...values: readonly unknown[]) => unknown;

/** Names that real Electron's main process exports and the double does not have. */
const absentNames =
  'autoUpdater BaseWindow clipboard contentTracing crashReporter desktopCapturer globalShortcut MenuItem MessageChannelMain nativeImage net netLog Notification powerMonitor powerSaveBlocker screen systemPreferences TouchBar Tray utilityProcess View webContents WebContentsView webFrameMain';

const windowOptions =
  'title width height minWidth minHeight show autoHideMenuBar backgroundColor webPreferences';

/** The double's `electron` for the main process, and what the test's side needs of it. */
export function createElectron(world: World) {
  const { witness, options } = world;
  const pages = new Set<PageDouble>();
  const handlers = new Map<string, Handler>();
  const app = createApp(world, () => pages.forEach((page) => void page.close()));
  const privileged: string[] = [];
  const newSession = () => createSession(world, () => app.state.isReady, privileged);
  const session = newSession();
  const partitions = new Map<string, typeof session>();
  const fromPartition = (name: string): typeof session => {
    if (name.startsWith('persist:')) throw notInTheDouble('a session that is kept');
    const known = partitions.get(name) ?? newSession();
    partitions.set(name, known);
    return known;
  };
  const near: Surroundings = {
    world,
    blankTarget: () => blankTarget(world, pages.size === 0),
    answer: (partition, ...request) =>
      (partition === null ? session : fromPartition(partition)).answer(...request),
    invoke: async (event, channel, values) => handlers.get(channel)?.(event, ...values),
  };

  function opened(page: PageDouble): void {
    pages.add(page);
    app.emitter.emit('web-contents-created', {}, page.face);
    page.emitter.once('destroyed', () => {
      pages.delete(page);
      if (pages.size === 0 && !app.state.quitting) app.emitter.emit('window-all-closed');
    });
  }

  const electron: Record<string, unknown> = {
    app: app.face,
    BrowserWindow: function BrowserWindow(given: WindowOptions) {
      return createWindow(near, given, opened);
    },
    dialog: closed('dialog', {
      showErrorBox: (title: string, content: string) =>
        void witness.errorBoxes.push({ title, content }),
    }),
    ipcMain: closed('ipcMain', {
      handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    }),
    Menu: closed('Menu', {
      buildFromTemplate: (template: readonly unknown[]) => template,
      setApplicationMenu: (menu: readonly unknown[]) => void (witness.menu = menu),
    }),
    nativeTheme: closed('nativeTheme', {
      get themeSource() {
        return witness.themeSource;
      },
      set themeSource(source: string) {
        witness.themeSource = source;
        pages.forEach((page) => void page.setColorScheme(source));
      },
      get shouldUseDarkColors() {
        return witness.themeSource === 'dark';
      },
    }),
    protocol: session.protocol,
    safeStorage: closed('safeStorage', {
      isAsyncEncryptionAvailable: async () => options.keyStore.available,
      getSelectedStorageBackend: () => options.keyStore.backend,
      encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
      decryptStringAsync: async (sealed: Buffer) => ({
        result: Buffer.from(sealed).reverse().toString(),
        shouldReEncrypt: false,
      }),
    }),
    session: closed('session', {
      defaultSession: session.session,
      fromPartition: (name: string) => fromPartition(name).session,
    }),
    shell: closed('shell', {
      openExternal: async (url: string) => void witness.openedOutside.push(url),
    }),
  };
  for (const name of absentNames.split(' ')) electron[name] = absent(name);
  return { electron, app, watchDownloads: session.watchDownloads };
}

/** The first page is the one that Chromium starts with, so that a test can prepare it. */
async function blankTarget({ cdp }: World, first: boolean): Promise<string> {
  type Target = { readonly type: string; readonly targetId: string };
  const { targetInfos } = await cdp.send<{ targetInfos: Target[] }>('Target.getTargets');
  const page = targetInfos.find(({ type }) => type === 'page');
  if (first && page !== undefined) return page.targetId;
  return (await cdp.send<Target>('Target.createTarget', { url: 'about:blank' })).targetId;
}

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: PagePreferences & Readonly<Record<string, unknown>>;
}

/** `new BrowserWindow(…)`. */
function createWindow(
  near: Surroundings,
  options: WindowOptions,
  opened: (page: PageDouble) => void,
) {
  const unknown = Object.keys(options).find((key) => !windowOptions.split(' ').includes(key));
  if (unknown !== undefined) throw notInTheDouble(`BrowserWindow option ${unknown}`);
  const { width, height, webPreferences } = options;
  const { sandbox, contextIsolation } = webPreferences;
  if (sandbox !== true || contextIsolation !== true) {
    throw notInTheDouble('a page without sandbox or without context isolation');
  }
  const page = createPage(near, webPreferences);
  const emitter = emitterOf('BrowserWindow', 'closed ready-to-show');
  const record = { shown: false, focused: 0, options };
  near.world.witness.windows.push(record);
  page.emitter.once('destroyed', () => emitter.emit('closed'));
  page.emitter.once('did-finish-load', () => emitter.emit('ready-to-show'));
  opened(page);
  if (width !== undefined && height !== undefined) void unlessGone(page.resize(width, height));
  return closed('BrowserWindow', {
    webContents: page.face,
    once: emitter.once,
    loadURL: (url: string) => page.loadUrl(url),
    isMinimized: () => false,
    show() {
      record.shown = true;
      void unlessGone(page.focus());
    },
    focus: () => void (record.focused += 1),
    destroy: () => void page.close(),
  });
}
