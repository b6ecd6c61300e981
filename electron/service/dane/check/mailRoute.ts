import type { DaneCheck, Security } from '../../../../shared/dane/check.ts';
import { rrType } from '../../dns/codes.ts';
import { nameKey } from '../../dns/name.ts';
import { nameText } from './nameText.ts';
import { parseMx } from '../../dns/rdata/parse.ts';
import type { Mx } from '../../dns/rdata/parse.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ValidatedAnswer } from '../../dnssec/types.ts';
import type { Recorder } from './recorder.ts';

/** MX hosts that are looked at. Real domains have up to a dozen. */
export const hostsMax = 30;

export interface RouteHost {
  readonly name: DomainName;
  /** `null`: the domain itself, where it has no MX record. */
  readonly preference: number | null;
}

export interface MailRoute {
  readonly mx: NonNullable<DaneCheck['mx']>;
  /** Each once, in the order in which they are tried; empty where there is nothing to try. */
  readonly hosts: readonly RouteHost[];
  readonly hostsLeftOut: number;
  /** A name was given up for another before the MX records were found. */
  readonly expandedName: DomainName;
  readonly nameExists: boolean;
  /** A null MX stands among others, where it means nothing (RFC 7505 §3). */
  readonly strayNull: boolean;
  readonly answer: ValidatedAnswer;
}

function isError(status: Security): boolean {
  return status === 'bogus' || status === 'indeterminate';
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** RFC 7672 §2.2.1, RFC 5321 §5.1, RFC 7505. */
export async function mailRoute(
  domain: DomainName,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<MailRoute> {
  const answer = await recorder.ask('mx', domain, rrType.MX, signal);
  const expandedName = answer.aliases.at(-1)?.target ?? domain;
  const nxdomain = 3;
  const nameExists = answer.rcode !== nxdomain;
  const records = isError(answer.status)
    ? []
    : answer.records
        .filter(({ type }) => type === rrType.MX)
        .flatMap(({ rdata }) => parseMx(rdata) ?? [])
        .toSorted(
          (a, b) =>
            a.preference - b.preference || compareText(nameText(a.exchange), nameText(b.exchange)),
        );
  const real = records.filter(({ exchange }) => exchange.length > 0);
  const isNull = records.length > 0 && real.length === 0;
  const implicit = records.length === 0 && !isError(answer.status) && nameExists;
  const hosts = implicit ? [{ name: expandedName, preference: null }] : distinctHosts(real);
  return {
    mx: {
      status: answer.status,
      records: records.map(({ preference, exchange }) => ({
        preference,
        exchange: nameText(exchange),
      })),
      implicit,
      null: isNull,
    },
    hosts: hosts.slice(0, hostsMax),
    hostsLeftOut: Math.max(0, hosts.length - hostsMax),
    expandedName,
    nameExists,
    strayNull: real.length > 0 && real.length < records.length,
    answer,
  };
}

/** A host that is named twice counts at its best preference. */
function distinctHosts(records: readonly Mx[]): RouteHost[] {
  const hosts = new Map<string, RouteHost>();
  for (const { preference, exchange } of records) {
    const key = nameKey(exchange);
    if (!hosts.has(key)) hosts.set(key, { name: exchange, preference });
  }
  return [...hosts.values()];
}
