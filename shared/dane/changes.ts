import { z } from 'zod';
import { presentation } from '../tlsa/formatRecord.ts';
import type { DaneCheck, Finding, HostView, Security } from './check.ts';

/** What may differ between two checks, in the order in which it is told. */
export const changeKinds = [
  'verdict',
  'protected',
  'mx-status',
  'host-added',
  'host-removed',
  'preference',
  'host-verdict',
  'address-status',
  'address-added',
  'address-removed',
  'address-verdict',
  'tlsa-status',
  'tlsa-base',
  'tlsa-added',
  'tlsa-removed',
  'certificate',
  'finding-new',
  'finding-gone',
  'mta-sts',
  'tls-reporting',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference. `from` and `to` hold codes, names, records or fingerprints, as the kind says. */
export const changeSchema = z.strictObject({
  kind: z.enum(changeKinds),
  host: z.string().nullable(),
  ip: z.string().nullable(),
  /** `null`: there was nothing. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of a finding: what its sentence names. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Change = z.infer<typeof changeSchema>;

/** A check without what stands behind it, but for the certificates that servers sent. */
export type Comparable = Omit<DaneCheck, 'evidence' | 'trace'> & {
  readonly evidence: Pick<DaneCheck['evidence'], 'connections'>;
};

interface Where {
  readonly host?: string;
  readonly ip?: string;
}

function change(kind: ChangeKind, from: string | null, to: string | null, where: Where): Change {
  return { kind, host: where.host ?? null, ip: where.ip ?? null, from, to, params: {} };
}

function changed(
  kind: ChangeKind,
  from: string | null,
  to: string | null,
  where: Where = {},
): Change[] {
  return from === to ? [] : [change(kind, from, to, where)];
}

/** Members that only one of two sets has. */
function setChanges(
  [added, removed]: readonly [ChangeKind, ChangeKind],
  before: readonly string[],
  after: readonly string[],
  where: Where = {},
): Change[] {
  const [old, current] = [new Set(before), new Set(after)];
  return [
    ...[...old]
      .filter((each) => !current.has(each))
      .map((gone) => change(removed, gone, null, where)),
    ...[...current]
      .filter((each) => !old.has(each))
      .map((fresh) => change(added, null, fresh, where)),
  ];
}

function isKnown(status: Security | null): boolean {
  return status === 'secure' || status === 'insecure';
}

/** The certificates that a host showed under its own name. */
function leavesOf({ evidence }: Comparable, host: string): string[] {
  const own = evidence.connections.filter((each) => each.host === host && each.sni !== null);
  return [...new Set(own.flatMap(({ chain }) => chain.slice(0, 1)))].toSorted();
}

function ipsOf({ addresses }: HostView): string[] {
  return addresses.map(({ ip }) => ip);
}

function addressChanges(before: HostView, after: HostView): Change[] {
  const host = after.name;
  // What could not be looked up is not gone.
  const families = [before.addressStatuses, after.addressStatuses];
  const comparable = families.every(({ a, aaaa }) => isKnown(a) && isKnown(aaaa));
  return [
    ...changed('address-status', before.addressStatus, after.addressStatus, { host }),
    ...(comparable
      ? setChanges(['address-added', 'address-removed'], ipsOf(before), ipsOf(after), { host })
      : []),
    ...after.addresses.flatMap(({ ip, verdict }) => {
      const old = before.addresses.find((address) => address.ip === ip);
      return old === undefined
        ? []
        : changed('address-verdict', old.verdict, verdict, { host, ip });
    }),
  ];
}

function tlsaChanges(before: HostView, after: HostView): Change[] {
  const host = after.name;
  const comparable = isKnown(before.tlsaStatus) && isKnown(after.tlsaStatus);
  return [
    ...changed('tlsa-status', before.tlsaStatus, after.tlsaStatus, { host }),
    ...(comparable ? changed('tlsa-base', before.tlsaBase, after.tlsaBase, { host }) : []),
    ...(comparable
      ? setChanges(
          ['tlsa-added', 'tlsa-removed'],
          before.tlsa.map(({ record }) => presentation(record)),
          after.tlsa.map(({ record }) => presentation(record)),
          { host },
        )
      : []),
  ];
}

function preferenceText({ preference }: HostView): string | null {
  return preference === null ? null : String(preference);
}

function hostChanges(previous: Comparable, current: Comparable, after: HostView): Change[] {
  const before = previous.hosts.find(({ name }) => name === after.name);
  if (before === undefined) return [];
  const host = after.name;
  const [old, fresh] = [leavesOf(previous, host), leavesOf(current, host)];
  const shown = old.length > 0 && fresh.length > 0;
  return [
    ...changed('preference', preferenceText(before), preferenceText(after), { host }),
    ...changed('host-verdict', before.verdict, after.verdict, { host }),
    ...addressChanges(before, after),
    ...tlsaChanges(before, after),
    ...(shown ? changed('certificate', old.join(' '), fresh.join(' '), { host }) : []),
  ];
}

/** Where a finding stands is part of what it is; its words (dates, times) are not. */
function findingsByPlace({ findings }: Comparable): Map<string, Finding> {
  return new Map(
    findings.map((finding) => {
      const { host, ip } = finding.where;
      return [`${finding.code} ${host ?? ''} ${ip ?? ''}`, finding];
    }),
  );
}

function findingChange(kind: 'finding-new' | 'finding-gone', finding: Finding): Change {
  const { code, where, params } = finding;
  const [from, to] = kind === 'finding-new' ? [null, code] : [code, null];
  return { kind, host: where.host, ip: where.ip, from, to, params };
}

function findingChanges(previous: Comparable, current: Comparable): Change[] {
  const [before, after] = [findingsByPlace(previous), findingsByPlace(current)];
  return [
    ...[...after]
      .filter(([key]) => !before.has(key))
      .map(([, finding]) => findingChange('finding-new', finding)),
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, finding]) => findingChange('finding-gone', finding)),
  ];
}

function stsText({ state, mode, id }: DaneCheck['mtaSts']): string {
  return [state, mode, id].filter((part) => part !== null).join(' ');
}

function reportingText({ state, addresses }: DaneCheck['tlsReporting']): string {
  return [state, ...addresses].join(' ');
}

function besideChanges(previous: Comparable, current: Comparable): Change[] {
  const sts = [previous.mtaSts, current.mtaSts] as const;
  const reporting = [previous.tlsReporting, current.tlsReporting] as const;
  return [
    ...(sts.every(({ state }) => state !== 'not-asked')
      ? changed('mta-sts', stsText(sts[0]), stsText(sts[1]))
      : []),
    ...(reporting.every(({ state }) => state !== 'not-asked')
      ? changed('tls-reporting', reportingText(reporting[0]), reportingText(reporting[1]))
      : []),
  ];
}

/**
 * What is different between two checks of the same subject, the weightiest first. What one of them
 * could not find out is not told as a change.
 */
export function changesBetween(previous: Comparable, current: Comparable): Change[] {
  const names = ({ hosts }: Comparable): string[] => hosts.map(({ name }) => name);
  const routed = [previous, current].every(({ mx }) => mx === null || isKnown(mx.status));
  const found = [
    ...changed('verdict', previous.verdict, current.verdict),
    ...changed(
      'protected',
      String(previous.protectedByDane ?? 'unknown'),
      String(current.protectedByDane ?? 'unknown'),
    ),
    ...changed('mx-status', previous.mx?.status ?? null, current.mx?.status ?? null),
    ...(routed
      ? setChanges(['host-added', 'host-removed'], names(previous), names(current))
      : []
    ).map((each) => ({ ...each, host: each.to ?? each.from })),
    ...current.hosts.flatMap((host) => hostChanges(previous, current, host)),
    ...findingChanges(previous, current),
    ...besideChanges(previous, current),
  ];
  return found.toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}
