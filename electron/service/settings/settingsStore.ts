import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  localePreferenceSchema,
  settingsSchema,
  themePreferenceSchema,
} from '../../../shared/contract/app.ts';
import { registrationSchema } from '../../../shared/identity/registration.ts';
import { resolverTextsSchema } from '../../../shared/contract/dns.ts';
import type { Settings } from '../../../shared/contract/app.ts';
import type { Emit } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import { z } from 'zod';

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): Settings;
}

/** Each value that can't be read falls back alone: one bad value loses no other. */
const storedSchema = z.object({
  theme: themePreferenceSchema.catch('system'),
  locale: localePreferenceSchema.catch('en'),
  resolvers: resolverTextsSchema.optional().catch(undefined),
  registration: registrationSchema.optional().catch(undefined),
  tenant: settingsSchema.shape.tenant.catch(undefined),
});

const defaults: Settings = { theme: 'system', locale: 'en' };

/** Preferences in one JSON file, replaced whole by a rename; a damaged file is kept aside. */
export function createSettingsStore(ports: Ports, emit: Emit): SettingsStore {
  const file = join(ports.dataDirectory, 'settings.json');
  let current = load();

  function load(): Settings {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return defaults;
    }
    try {
      return storedSchema.parse(JSON.parse(text));
    } catch (error) {
      ports.reportBug(error, 'settings.json');
      renameSync(file, `${file}.damaged`);
      return defaults;
    }
  }

  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      mkdirSync(ports.dataDirectory, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      emit('settings.changed', current);
      return current;
    },
  };
}
