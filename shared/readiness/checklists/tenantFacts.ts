import { describeSource } from '../../tenant/sources.ts';
import type { SourceData, SourceEntry } from '../../tenant/snapshot.ts';
import type { SourceId } from '../../tenant/sources.ts';
import { evaluateRule } from '../evaluate.ts';
import { isWhole, readNeeds } from '../readNeeds.ts';
import type { Rule, RuleResult } from '../rule.ts';
import { done, open, unknown } from './checklist.ts';
import type { StepContext, StepEvidence, StepFinding } from './checklist.ts';

type Read<Id extends SourceId> =
  | {
      readonly ok: true;
      readonly data: SourceData<Id>;
      readonly entry: SourceEntry;
      /** `false`: what is absent proves nothing. */
      readonly whole: boolean;
    }
  | { readonly ok: false; readonly finding: StepFinding };

/** A source with the properties that decide; else why the app can't tell. */
export function readFact<Id extends SourceId>(
  { snapshot }: StepContext,
  id: Id,
  properties: readonly (keyof (SourceData<Id> extends readonly (infer One)[]
    ? One
    : SourceData<Id>) &
    string)[],
): Read<Id> {
  if (snapshot === null) return { ok: false, finding: unknown('no-snapshot') };
  const source = describeSource(id).call;
  const read = readNeeds(snapshot, { [id]: properties });
  if (!read.ok) {
    const { code, params } = read.reason;
    const property = String(params['property'] ?? '');
    if (code === 'property-missing') {
      return { ok: false, finding: unknown('property-missing', { source, property }) };
    }
    const isFile = describeSource(id).api === 'import';
    const finding = isFile ? unknown('file-not-imported') : unknown('source-not-read', { source });
    return { ok: false, finding };
  }
  const entry = snapshot.sources.find((one) => one.id === id);
  if (entry === undefined) return { ok: false, finding: unknown('source-not-read', { source }) };
  const data = read.data[id] as SourceData<Id>;
  return { ok: true, data, entry, whole: isWhole(snapshot, id) };
}

export function evidenceOf(
  { at, call }: SourceEntry,
  property: string,
  value: string | number | boolean | null,
): StepEvidence {
  return { what: `${call}: ${property}`, value: String(value), at: at ?? '' };
}

const evidenceMax = 20;

/** A step that is done when a rule finds nothing. */
export function judgedBy(rule: Rule): (context: StepContext) => StepFinding {
  return ({ snapshot, at }) => {
    if (snapshot === null) return unknown('no-snapshot');
    const results = evaluateRule(rule, snapshot, at);
    const has = (...statuses: readonly RuleResult['status'][]) =>
      results.filter(({ status }) => statuses.includes(status));
    const seen = snapshot.sources;
    const evidence = results
      .flatMap((result) => result.evidence)
      .slice(0, evidenceMax)
      .flatMap(({ source, property, value }) => {
        const entry = seen.find(({ id }) => id === source);
        const text = typeof value === 'object' && value !== null ? value.join(', ') : value;
        return entry?.at == null ? [] : [evidenceOf(entry, property, text)];
      });
    const bad = has('fail', 'warning', 'manual').length;
    if (bad > 0) return open('rule-finds', { count: bad }, evidence);
    if (results.length === 0 || has('not-assessed', 'error').length > 0) {
      return unknown('rule-not-assessed', {}, evidence);
    }
    return done('rule-passes', {}, evidence);
  };
}

export function sourcesOf({ needs, optional }: Rule): readonly SourceId[] {
  return [...(Object.keys(needs) as SourceId[]), ...optional];
}
