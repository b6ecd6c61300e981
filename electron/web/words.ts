import { web } from '../../shared/words/en/web.ts';

/** A sentence of the catalogue with its arguments filled in. */
export function words(
  id: keyof typeof web,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return web[id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
