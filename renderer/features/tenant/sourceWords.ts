import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { Verdict } from '../../ui/VerdictIcon.tsx';
import type { SourceState } from '../../../shared/tenant/snapshot.ts';
import type { Words } from '../../ui/words.tsx';

/** A source by its name. */
export function sourceName(id: SourceId, t: Words): string {
  return t(`tenantSources.${id}`);
}

export const stateVerdicts: Readonly<Record<SourceState, Verdict>> = {
  ok: 'good',
  partial: 'warning',
  failed: 'bad',
  'not-asked': 'unknown',
};
