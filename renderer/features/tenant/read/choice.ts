import type { Coverage } from '../../../../shared/contract/tenant.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** Whether reading the source may give anything now. */
export function isReadable({ state }: Coverage): boolean {
  return state === 'ready' || state === 'names-concealed' || state === 'unknown';
}

/** Whether it may be chosen: what can't be read is still worth a try, unless no call gives it. */
export function isChoosable({ state }: Coverage): boolean {
  return state !== 'import-only' && state !== 'not-in-this-cloud' && state !== 'sign-in-needed';
}

/** What is read: what was chosen by hand, else everything that can be. */
export function chosenSources(
  coverage: readonly Coverage[],
  byHand: ReadonlyMap<SourceId, boolean>,
): readonly SourceId[] {
  return coverage
    .filter((source) => isChoosable(source) && (byHand.get(source.id) ?? isReadable(source)))
    .map(({ id }) => id);
}
