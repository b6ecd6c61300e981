import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closed, emitterOf, notInTheDouble, preventable } from './absent.ts';
import type { Emitter } from './absent.ts';
import { outward, pageOrigin } from './addresses.ts';
import type { World } from './state.ts';

type Check = (contents: null, permission: string, origin: string, details: object) => boolean;
type RequestListener = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  callback: (response: { readonly cancel?: boolean }) => void,
) => void;
type Answer = (request: Request) => Response | Promise<Response>;
export type Answered = Response | 'cancelled' | 'escaped';

interface Download {
  readonly guid: string;
  readonly url: string;
  readonly suggestedFilename: string;
}

/** Permissions as Electron names them, and as DevTools does where that differs. */
const permissions =
  'clipboard-sanitized-write:clipboard-write clipboard-read media:camera media:microphone geolocation midi notifications persistent-storage storage-access screen-wake-lock idle-detection local-fonts window-management';

const letPass: RequestListener = (_details, callback) => callback({});

/** A session with its `protocol`, and what pages ask of it. `privileged`: schemes, of every session. */
export function createSession(world: World, isReady: () => boolean, privileged: string[]) {
  const { witness, cdp } = world;
  const emitter = emitterOf('session', 'will-download');
  const schemes = new Map<string, Answer>();
  let onBeforeRequest = letPass;

  const handle = (scheme: string, answer: Answer): void => {
    if (!isReady()) throw new Error('protocol.handle: too early, app is not ready');
    if (scheme !== 'app') throw notInTheDouble(`protocol.handle for ${scheme}`);
    if (!privileged.includes(scheme)) throw notInTheDouble('a scheme without privileges');
    schemes.set(scheme, answer);
  };

  const session = closed('session', {
    on: emitter.on,
    protocol: closed('session.protocol', { handle }),
    setPermissionRequestHandler(_handler: unknown) {
      // Chromium asks nobody: it is told beforehand, by the check handler, what it may grant.
      witness.installed.push('setPermissionRequestHandler');
    },
    setPermissionCheckHandler(check: Check) {
      witness.installed.push('setPermissionCheckHandler');
      for (const entry of permissions.split(' ')) {
        const [name = '', devToolsName = name] = entry.split(':');
        const permission = { name: devToolsName };
        const granted = check(null, name, `${outward(pageOrigin)}/`, {});
        witness.permissions[name] = granted;
        const setting = granted ? 'granted' : 'denied';
        void cdp.send('Browser.setPermission', { permission, setting, origin: pageOrigin });
      }
    },
    setDevicePermissionHandler(_handler: unknown) {
      witness.installed.push('setDevicePermissionHandler');
    },
    webRequest: closed('session.webRequest', {
      onBeforeRequest(listener: RequestListener) {
        witness.installed.push('onBeforeRequest');
        onBeforeRequest = listener;
      },
    }),
  });

  const protocol = closed('protocol', {
    registerSchemesAsPrivileged(list: readonly { scheme: string; privileges: object }[]) {
      if (isReady()) throw new Error('registerSchemesAsPrivileged: too late, app is ready');
      privileged.push(...list.map(({ scheme }) => scheme));
    },
    handle,
  });

  /** What main says to a request of a page. */
  async function answer(url: string, method: string, resourceType: string): Promise<Answered> {
    const { cancel } = await new Promise<{ readonly cancel?: boolean }>((resolve) => {
      onBeforeRequest({ url, method, resourceType }, resolve);
    });
    if (cancel === true) {
      witness.cancelledRequests.push(url);
      return 'cancelled';
    }
    const handler = schemes.get(url.slice(0, url.indexOf(':')));
    if (handler !== undefined) return handler(new Request(url, { method }));
    witness.escapedRequests.push(url);
    return 'escaped';
  }

  return { session, protocol, answer, watchDownloads: () => watchDownloads(world, emitter) };
}

/** Chromium's downloads as Electron tells of them, with a person at the save dialog. */
async function watchDownloads(world: World, emitter: Emitter): Promise<void> {
  const { cdp, witness } = world;
  const folder = mkdtempSync(join(tmpdir(), 'electron-double-downloads-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const targets = new Map<string, string>();
  cdp.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }: Download) => {
    let defaultPath = '';
    const item = closed('DownloadItem', {
      getURL: () => outward(url),
      getFilename: () => suggestedFilename,
      setSaveDialogOptions: (options: { defaultPath: string }) => void ({ defaultPath } = options),
    });
    const event = preventable({});
    emitter.emit('will-download', event, item, null);
    if (!event.defaultPrevented) witness.saveDialogs.push({ url: outward(url), defaultPath });
    if (event.defaultPrevented || world.saveTo === null) {
      void cdp.send('Browser.cancelDownload', { guid });
    } else targets.set(guid, world.saveTo);
  });
  cdp.on('Browser.downloadProgress', ({ guid, state }: { guid: string; state: string }) => {
    const target = targets.get(guid);
    if (state === 'completed' && target !== undefined) copyFileSync(join(folder, guid), target);
  });
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
