import type { SourceId } from '../tenant/sources.ts';
import type { Finding } from './rule.ts';

/** A setting that is not set, where that decides nothing. */
export function notSet(source: SourceId, property: string, subject?: string): Finding {
  return {
    status: 'not-assessed',
    reason: 'value-null',
    params: { source, property },
    evidence: [{ source, property, value: null }],
    ...(subject === undefined ? {} : { subject }),
  };
}

/** A word of Microsoft's that the rule does not know, shown as it came. */
export function notKnown(
  source: SourceId,
  property: string,
  value: string,
  subject?: string,
): Finding {
  return {
    status: 'not-assessed',
    reason: 'value-unknown',
    params: { source, property, value },
    evidence: [{ source, property, value }],
    ...(subject === undefined ? {} : { subject }),
  };
}
