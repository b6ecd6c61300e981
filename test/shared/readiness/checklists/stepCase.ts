import { assessSteps } from '../../../../shared/readiness/checklists/assessSteps.ts';
import { noProgress } from '../../../../shared/readiness/checklists/progress.ts';
import type { ChecklistId } from '../../../../shared/readiness/checklists/checklistIds.ts';
import type { ChecklistStep } from '../../../../shared/contract/checklists.ts';
import type { HostLook } from '../../../../shared/readiness/checklists/hostLook.ts';
import type {
  MessageCode,
  StepContext,
} from '../../../../shared/readiness/checklists/checklist.ts';
import type { Progress } from '../../../../shared/readiness/checklists/progress.ts';
import type { SnapshotData, SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import { dns } from '../ruleCase.ts';
import type { DnsOf } from '../ruleCase.ts';
import { snapshotOf } from '../../../support/snapshotOf.ts';

export const at = '2026-11-23T12:00:00Z';
export const subjects: Readonly<Record<ChecklistId, string>> = {
  'inbound-dane': 'contoso.com',
  'own-server-dane': 'mail.own.example',
  'certificate-renewal': 'mail.own.example',
  'send-from-alias': '',
  'leaving-smtp-auth-and-ews': '',
  'outlook-clean-up': '',
  'public-folders': '',
};

export type StepOutcome = `${ChecklistStep['state']} ${MessageCode}` | ChecklistStep['state'];

/** What is known. Without `data`: nothing of a tenant was read. */
export interface StepWorld {
  readonly data?: Partial<SnapshotData>;
  readonly entries?: Partial<Record<SourceId, Partial<SourceEntry>>>;
  readonly progress?: Partial<Progress>;
}

/** `gives`: of the steps named, what they are; the others don't matter. */
export interface StepCase extends StepWorld {
  readonly is: string;
  readonly gives: Readonly<Record<string, StepOutcome>>;
}

export type StepCases = Readonly<Record<ChecklistId, readonly StepCase[]>>;

export function contextOf(id: ChecklistId, { data, entries, progress }: StepWorld): StepContext {
  return {
    subject: subjects[id],
    at: new Date(at),
    snapshot: data === undefined ? null : snapshotOf(data, entries),
    progress: { ...noProgress, ...progress },
  };
}

export function stepsOf(id: ChecklistId, world: StepWorld): readonly ChecklistStep[] {
  return assessSteps(id, contextOf(id, world));
}

/** A live look at the domain, later than any snapshot. */
export function domainSeen(of: DnsOf = {}, mxTtl: number | null = 3600): Partial<Progress> {
  return { domain: { at: '2026-11-23T11:00:00Z', dns: dns('contoso.com', of), mxTtl } };
}

const key = (letter: string) => letter.repeat(64);
export const record = (letter: string, usage = 3) => ({
  usage,
  selector: 1,
  matchingType: 1,
  data: key(letter),
});

/** TLSA records as they were seen: `a` is the key that is shown. */
export const tlsa = (letter: string, matches: boolean | null, usage = 3) => ({
  record: record(letter, usage),
  usable: true,
  matches,
});

export function hostSeen(known: Partial<HostLook> = {}): HostLook {
  const host = known.host ?? 'mail.own.example';
  return {
    at: '2026-11-23T11:00:00Z',
    host,
    addressStatus: 'secure',
    tlsaStatus: 'secure',
    owner: `_25._tcp.${host}.`,
    tlsa: [tlsa('a', true)],
    ttl: 3600,
    publishedSince: '2026-11-01T00:00:00Z',
    verdict: 'pass',
    certificate: { fingerprint: key('1'), publicKey: key('a'), notAfter: '2027-01-01T00:00:00Z' },
    withoutStartTls: false,
    ...known,
  };
}

/** The server was seen with one certificate at first, and now with another. */
export function swapped(known: Partial<HostLook> = {}): Partial<Progress> {
  const now = { fingerprint: key('2'), publicKey: key('b'), notAfter: '2028-01-01T00:00:00Z' };
  return {
    firstHost: hostSeen({ at: '2026-11-20T11:00:00Z' }),
    host: hostSeen({ certificate: now, tlsa: [tlsa('a', false), tlsa('b', true)], ...known }),
  };
}

export const ticked = (...steps: readonly string[]): Partial<Progress> => ({
  ticks: Object.fromEntries(steps.map((id) => [id, { at, note: 'Ticket 7' }])),
});
