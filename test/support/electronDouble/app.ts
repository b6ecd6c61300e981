import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closed, emitterOf, preventable } from './absent.ts';
import type { World } from './state.ts';

const events =
  'web-contents-created second-instance open-url activate window-all-closed before-quit will-quit';

/** `app`: the life of the process. `closeWindows` closes what is open. */
export function createApp({ options, witness }: World, closeWindows: () => void) {
  const emitter = emitterOf('app', events);
  const ready = Promise.withResolvers<void>();
  const paths = new Map([['downloads', '/nonexistent/Downloads']]);
  const state = { isReady: false, quitting: false };

  const quit = (): void => {
    if (!state.quitting) emitter.emit('before-quit', preventable({}));
    state.quitting = true;
    closeWindows();
    const event = preventable({});
    emitter.emit('will-quit', event);
    if (!event.defaultPrevented) process.exit();
  };

  const face = closed('app', {
    isPackaged: options.packaged,
    on: emitter.on,
    whenReady: () => ready.promise,
    getVersion: () => options.version,
    getPath: (name: string) => paths.get(name) ?? '',
    setPath: (name: string, path: string) => void paths.set(name, path),
    enableSandbox() {
      if (state.isReady) throw new Error('app.enableSandbox: too late, app is ready');
      witness.installed.push('enableSandbox');
    },
    setAsDefaultProtocolClient: (scheme: string) =>
      witness.installed.push(`protocol client ${scheme}`),
    requestSingleInstanceLock: () =>
      lock(paths.get('userData') ?? '', (args) =>
        emitter.emit('second-instance', preventable({}), args),
      ),
    quit,
    exit: (code = 0) => process.exit(code),
  });
  process.once('SIGINT', quit).once('SIGTERM', quit);
  return {
    face,
    emitter,
    state,
    becomeReady() {
      state.isReady = true;
      ready.resolve();
    },
  };
}

/** The first process of a data directory holds the lock; a later one leaves its arguments there. */
function lock(folder: string, tellFirst: (args: string[]) => void): boolean {
  const holder = join(tmpdir(), `electron-double-${Buffer.from(folder).toString('base64url')}`);
  const message = `${holder}.args`;
  if (existsSync(holder)) {
    writeFileSync(message, JSON.stringify(process.argv));
    process.kill(Number(readFileSync(holder, 'utf8')), 'SIGUSR2');
    return false;
  }
  writeFileSync(holder, String(process.pid));
  process.once('exit', () => [holder, message].forEach((file) => rmSync(file, { force: true })));
  process.on('SIGUSR2', () => tellFirst(JSON.parse(readFileSync(message, 'utf8')) as string[]));
  return true;
}
