import { describeOtherRoad, roadsIn } from '../../../shared/tenant/sources.ts';
import type { SourceContext, SourceReading, TenantSource } from './source.ts';
import type { SourceReason } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';

/** Reasons for which a road stays closed to this account, however often it is tried. */
const closed: ReadonlySet<SourceReason | undefined> = new Set([
  'role-missing',
  'consent-required',
  'trace-principal-missing',
  'not-in-this-cloud',
]);

type Read = (context: SourceContext) => Promise<SourceReading>;

/**
 * A source that two calls can give. The second is made only where the first is closed; where both are,
 * the first one's reason stands. The result names the road that was taken.
 */
export function eitherRoad(
  id: SourceId,
  { first, second }: { readonly first: Read; readonly second: Read },
): TenantSource {
  const other = describeOtherRoad(id);
  if (other === null) throw new Error(`${id} has one road`);
  return {
    id,
    after: [],
    async read(context) {
      const isOnlyRoad = roadsIn(id, context.cloud)[0] === other;
      const one = isOnlyRoad ? null : await first(context);
      if (one !== null && !closed.has(one.failure?.reason)) return one;
      context.output.clear();
      const two = { ...(await second(context)), road: other };
      return one !== null && closed.has(two.failure?.reason) ? one : two;
    },
  };
}
