import { success } from '../../../shared/errors.ts';
import type { Handlers } from '../router.ts';
import type { Ports } from '../ports.ts';
import type { SettingsStore } from './settingsStore.ts';

export function createAppHandlers(
  ports: Ports,
  settings: SettingsStore,
): Pick<Handlers, 'app.info' | 'settings.get' | 'settings.set'> {
  return {
    'app.info': async () =>
      success({
        version: ports.version,
        host: ports.host,
        runtime: ['electron', 'chrome', 'node', 'openssl'].flatMap((name) => {
          const version = process.versions[name];
          return version === undefined ? [] : [{ name, version }];
        }),
        dataDirectory: ports.dataDirectory,
      }),
    'settings.get': async () => success(settings.get()),
    'settings.set': async (change) => success(settings.set(withoutUndefined(change))),
  };
}

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}
