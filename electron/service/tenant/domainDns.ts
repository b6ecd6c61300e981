import { besideDane } from '../dane/check/besideDane.ts';
import { createRecorder } from '../dane/check/recorder.ts';
import { exchangeOnlineHost } from '../dane/check/exchangeOnline.ts';
import { nameText } from '../dane/check/nameText.ts';
import { parentName } from '../dns/name.ts';
import { parseMx, parseTarget, parseTxt } from '../dns/rdata/parse.ts';
import { parseQueryName } from '../dns/queryName.ts';
import { rrType } from '../dns/codes.ts';
import type { CheckStep } from '../../../shared/dane/check.ts';
import type { DnsTools } from './source.ts';
import type { DomainDns } from '../../../shared/tenant/records/domains.ts';
import type { DomainName } from '../dns/types.ts';
import type { ValidatedAnswer } from '../dnssec/types.ts';

const recordsMax = 50;
/** Exchange Online signs with these two, in turn. */
const selectors = ['selector1', 'selector2'];
const encoder = new TextEncoder();

/** What the DNS says of one domain. `null`: not a name that could be asked for. */
export async function readDomainDns(
  domain: string,
  { validator, fetchPolicy, allowPrivate, timeout }: DnsTools,
  clock: () => Date,
  signal: AbortSignal,
): Promise<DomainDns | null> {
  const parsed = parseQueryName(domain);
  if (!parsed.ok) return null;
  const name = parsed.value;
  const ask = (at: DomainName, type: number) => validator.validate(at, type, signal);
  const recorder = createRecorder(validator);
  const context = { settings: { allowPrivate, timeout }, ports: { fetchPolicy, clock } };
  const beside = besideDane({ name }, recorder, context, signal).settle([]);
  const [zone, mx, spf, dmarc, keys, { mtaSts, tlsReporting }] = await Promise.all([
    ask(name, rrType.SOA),
    ask(name, rrType.MX),
    ask(name, rrType.TXT),
    findDmarc(name, ask),
    Promise.all(selectors.map((selector) => readSelector(selector, name, ask))),
    beside,
  ]);
  const answerTo = (step: CheckStep) => {
    const found = recorder.trace.find((entry) => entry.step === step);
    return statusOf({ status: found?.status, reason: found?.reason });
  };
  return {
    domain,
    zone: statusOf(zone),
    mx: { ...statusOf(mx), records: mxRecords(mx) },
    spf: { ...statusOf(spf), records: texts(spf).filter((text) => /^v=spf1(?: |$)/i.test(text)) },
    dmarc,
    dkim: keys,
    mtaSts: { ...answerTo('mta-sts'), ...mtaSts },
    tlsReporting: { ...answerTo('tls-reporting'), ...tlsReporting },
  };
}

type Ask = (name: DomainName, type: number) => Promise<ValidatedAnswer>;
type Status = DomainDns['zone'];

function statusOf(answer: {
  readonly status: string | undefined;
  readonly reason: string | null | undefined;
}): Status {
  const { status } = answer;
  const isKnown = status === 'secure' || status === 'insecure' || status === 'bogus';
  return { status: isKnown ? status : 'indeterminate', reason: answer.reason ?? null };
}

function mxRecords({ records }: ValidatedAnswer): DomainDns['mx']['records'] {
  return records
    .filter(({ type }) => type === rrType.MX)
    .slice(0, recordsMax)
    .flatMap(({ rdata }) => {
      const mx = parseMx(rdata);
      if (mx === null) return [];
      const exchange = nameText(mx.exchange);
      const isMicrosoft = exchangeOnlineHost(exchange) !== null;
      return [{ preference: mx.preference, exchange, isMicrosoft }];
    })
    .toSorted((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
}

function texts({ records }: ValidatedAnswer): string[] {
  return records
    .filter(({ type }) => type === rrType.TXT)
    .slice(0, recordsMax)
    .map(({ rdata }) => Buffer.concat(parseTxt(rdata) ?? []).toString('utf8'));
}

/**
 * The domain's own policy, else that of the nearest domain above it that has one (RFC 7489 §6.6.3; a walk
 * up the tree finds the same without a list of public suffixes).
 */
async function findDmarc(domain: DomainName, ask: Ask): Promise<DomainDns['dmarc']> {
  let first: Status | null = null;
  for (let at: DomainName | null = domain; at !== null && at.length > 1; at = parentName(at)) {
    const answer = await ask([encoder.encode('_dmarc'), ...at], rrType.TXT);
    const status = statusOf(answer);
    first ??= status;
    const records = texts(answer).filter((text) => /^v=DMARC1\s*(?:;|$)/i.test(text));
    if (records.length > 0) return { ...status, records, foundAt: nameText(at) };
    // What could not be had is not absent, and what lies above it does not count in its stead.
    if (status.status === 'bogus' || status.status === 'indeterminate')
      return { ...status, records: [], foundAt: null };
  }
  return { status: 'insecure', reason: null, ...first, records: [], foundAt: null };
}

async function readSelector(
  selector: string,
  domain: DomainName,
  ask: Ask,
): Promise<DomainDns['dkim'][number]> {
  const name = [encoder.encode(selector), encoder.encode('_domainkey'), ...domain];
  const answer = await ask(name, rrType.CNAME);
  const record = answer.records.find(({ type }) => type === rrType.CNAME);
  const target = record === undefined ? null : parseTarget(record.rdata);
  return { ...statusOf(answer), selector, target: target === null ? null : nameText(target) };
}
