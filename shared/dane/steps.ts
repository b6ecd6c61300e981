import type { CheckStep, DaneCheck, TraceEntry } from './check.ts';
import type { CheckService } from './services.ts';
import { worstVerdict, verdicts } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The way to a verdict as a person follows it. */
export const shownSteps = [
  'dnssec',
  'mx',
  'addresses',
  'tlsa',
  'connection',
  'starttls',
  'match',
] as const;
export type ShownStep = (typeof shownSteps)[number];

/**
 * - `waiting`: not begun. `running`: something came, more may.
 * - `unknown`: it could not be found out. `skipped`: there was nothing to do here.
 */
export type StepState =
  | 'waiting'
  | 'running'
  | 'good'
  | 'note'
  | 'warning'
  | 'bad'
  | 'unknown'
  | 'skipped';

export interface StepView {
  readonly step: ShownStep;
  readonly state: StepState;
  /** What there is to say of it: `daneCheck.step.<step>.<outcome>`; `null`: nothing yet. */
  readonly outcome: string | null;
  /** Questions, connections or comparisons so far. */
  readonly count: number;
  /** Of them, how many went wrong. */
  readonly failed: number;
  /** Together; several go on at once. */
  readonly milliseconds: number;
}

const sources: Readonly<Record<ShownStep, readonly CheckStep[]>> = {
  dnssec: ['mx', 'address', 'tlsa', 'denial'],
  mx: ['mx'],
  addresses: ['address'],
  tlsa: ['tlsa', 'denial'],
  connection: ['connection'],
  starttls: ['starttls', 'tls'],
  match: ['match'],
};

const securityStates = [
  ['bogus', 'bad'],
  ['indeterminate', 'unknown'],
  ['insecure', 'warning'],
  ['secure', 'good'],
] as const satisfies readonly (readonly [string, StepState])[];

const verdictStates: Readonly<Record<Verdict, StepState>> = {
  fail: 'bad',
  defer: 'unknown',
  unreachable: 'unknown',
  'no-dane': 'note',
  'tls-only': 'warning',
  'host-only': 'good',
  'pass-with-warnings': 'good',
  pass: 'good',
};

type Judged = Pick<StepView, 'state' | 'outcome'>;

function bySecurity(entries: readonly TraceEntry[]): Judged {
  const worst = securityStates.find(([status]) => entries.some((each) => each.status === status));
  return worst === undefined
    ? { state: 'unknown', outcome: null }
    : { state: worst[1], outcome: worst[0] };
}

function byVerdict(entries: readonly TraceEntry[]): Judged {
  const found = verdicts.filter((verdict) => entries.some(({ status }) => status === verdict));
  const worst = worstVerdict(found);
  return worst === null
    ? { state: 'unknown', outcome: null }
    : { state: verdictStates[worst], outcome: worst };
}

function bySuccess(entries: readonly TraceEntry[], isRefusal: boolean): Judged {
  const failed = entries.filter(({ status }) => status === 'failed').length;
  if (failed === 0) return { state: 'good', outcome: 'all' };
  if (failed < entries.length) return { state: 'warning', outcome: 'some' };
  return { state: isRefusal ? 'bad' : 'unknown', outcome: 'none' };
}

function judge(step: ShownStep, entries: readonly TraceEntry[], check: DaneCheck | null): Judged {
  switch (step) {
    case 'connection':
      return bySuccess(entries, false);
    case 'starttls':
      return bySuccess(entries, true);
    case 'match':
      return byVerdict(entries);
    case 'mx':
      return check?.mx?.null === true ? { state: 'note', outcome: 'null' } : bySecurity(entries);
    case 'addresses': {
      const isEmpty =
        check !== null && check.hosts.every(({ addresses }) => addresses.length === 0);
      const judged = bySecurity(entries);
      return isEmpty && (judged.state === 'good' || judged.state === 'warning')
        ? { state: 'unknown', outcome: 'none' }
        : judged;
    }
    case 'tlsa': {
      const isAbsent = check !== null && check.hosts.every(({ tlsa }) => tlsa.length === 0);
      const judged = bySecurity(entries);
      return isAbsent && judged.state === 'good' ? { state: 'note', outcome: 'none' } : judged;
    }
    case 'dnssec':
      return bySecurity(entries);
    default:
      return step satisfies never;
  }
}

function isPartOf(step: ShownStep, service: CheckService): boolean {
  return step !== 'mx' || service === 'smtp';
}

/**
 * The steps as they stand. While a check runs, the last step that has begun is `running`; `check` is
 * the result when it is there. Without an answer of its own a step is skipped in the end.
 */
export function stepsOf(
  trace: readonly TraceEntry[],
  check: DaneCheck | null,
  service: CheckService,
): readonly StepView[] {
  const parts = shownSteps.filter((step) => isPartOf(step, service));
  const begun = parts.map((step) => trace.some((entry) => sources[step].includes(entry.step)));
  const last = begun.lastIndexOf(true);
  const isConnecting = begun.indexOf(true, parts.indexOf('connection')) >= 0;
  return parts.map((step, index): StepView => {
    const entries = trace.filter((entry) => sources[step].includes(entry.step));
    const counts = {
      step,
      count: entries.length,
      failed: entries.filter(({ status }) => status === 'failed').length,
      milliseconds: entries.reduce((sum, { ms }) => sum + ms, 0),
    };
    const judged = entries.length === 0 ? null : judge(step, entries, check);
    if (check !== null) return { ...counts, ...(judged ?? { state: 'skipped', outcome: null }) };
    // DNSSEC is asked of every answer: it is done when the connections begin.
    const isOpen = step === 'dnssec' ? !isConnecting : index === last;
    if (judged !== null) return { ...counts, ...judged, ...(isOpen && { state: 'running' }) };
    return { ...counts, state: last < 0 && index === 0 ? 'running' : 'waiting', outcome: null };
  });
}
