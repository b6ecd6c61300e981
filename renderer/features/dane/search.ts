import { z } from 'zod';
import {
  checkOptionsSchema,
  checkPlaces,
  defaultCheckOptions,
  handshakeChoices,
} from '../../../shared/dane/run.ts';
import { checkServices } from '../../../shared/dane/services.ts';
import type { CheckOptions } from '../../../shared/dane/run.ts';

/**
 * `/dane/contoso.com?place=lab&handshakes=one`: how to check. What can't be read is left out, and what
 * is not said is as usual. A link only fills the form in; nothing is asked before somebody presses
 * Check.
 */
export const checkSearchSchema = z.object({
  service: z.enum(checkServices).optional().catch(undefined),
  place: z.enum(checkPlaces).optional().catch(undefined),
  handshakes: z.enum(handshakeChoices).optional().catch(undefined),
  allowPrivate: z.boolean().optional().catch(undefined),
  proxy: z.string().max(300).optional().catch(undefined),
  hello: z.string().max(255).optional().catch(undefined),
  resolver: z.string().max(512).optional().catch(undefined),
  port: z.number().int().min(1).max(65_535).optional().catch(undefined),
  timeout: z.number().int().min(50).max(600_000).optional().catch(undefined),
});
export type CheckSearch = z.output<typeof checkSearchSchema>;

export function optionsOfSearch(search: CheckSearch): CheckOptions {
  const { resolver, port, ...rest } = search;
  const said = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<CheckOptions>;
  return checkOptionsSchema.parse({
    ...defaultCheckOptions,
    ...said,
    resolvers: resolver === undefined ? [] : [resolver],
    connectPort: port ?? null,
  });
}

/** Only what is not as usual. */
export function searchOfOptions(options: CheckOptions): CheckSearch {
  const { resolvers, connectPort, proxy, hello, ...rest } = options;
  const [resolver] = resolvers;
  const unusual = Object.entries(rest).filter(
    ([name, value]) => value !== defaultCheckOptions[name as keyof typeof rest],
  );
  return {
    ...(Object.fromEntries(unusual) as CheckSearch),
    ...(resolver !== undefined && { resolver }),
    ...(connectPort !== null && { port: connectPort }),
    ...(proxy !== null && { proxy }),
    ...(hello !== null && { hello }),
  };
}
