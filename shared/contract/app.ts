import { z } from 'zod';
import { command, query } from './channel.ts';
import { registrationSchema } from '../identity/registration.ts';
import { resolverTextsSchema } from './dns.ts';

export const themePreferences = ['system', 'light', 'dark', 'high-contrast'] as const;
export const themePreferenceSchema = z.enum(themePreferences);
export type ThemePreference = z.infer<typeof themePreferenceSchema>;

/** `qps-ploc` is the pseudo-locale: every sentence of the catalogue, accented and lengthened. */
export const localePreferences = ['en', 'qps-ploc'] as const;
export const localePreferenceSchema = z.enum(localePreferences);

export const settingsSchema = z.strictObject({
  theme: themePreferenceSchema,
  locale: localePreferenceSchema,
  /** Tried in order; absent or empty: the system's. */
  resolvers: resolverTextsSchema.optional(),
  /** How the app is known to Microsoft Entra; absent: not yet. */
  registration: registrationSchema.optional(),
  /** Key of the tenant in use (`tenant.use`); absent: the active account's, else the newest read. */
  tenant: z.string().min(1).max(253).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  /** Facts for the about page and a bug report, not something for the page to branch on. */
  host: z.enum(['electron', 'web', 'cli']),
  runtime: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  dataDirectory: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const appChannels = {
  'app.info': query({ input: z.strictObject({}), output: appInfoSchema }),
  'settings.get': query({ input: z.strictObject({}), output: settingsSchema }),
  'settings.set': command({ input: settingsSchema.partial(), output: settingsSchema }),
} as const;
