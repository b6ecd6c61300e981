import { stsAllows } from '../dane/mtaSts.ts';
import type { DnssecStatus, DomainDns, SmtpDaneInbound } from '../tenant/records/domains.ts';
import type { AcceptedDomain } from '../tenant/records/exchange.ts';
import { domainKey, isInitialDomain } from './domains.ts';
import { cmdlet } from './powerShell.ts';
import type { Evidence, Finding } from './rule.ts';
import { notKnown, notSet } from './unknown.ts';
import { mxLine } from './zoneLines.ts';

/** What Exchange itself says of its domains; `null`: not read. */
export interface ExchangeView {
  readonly dnssec: readonly DnssecStatus[] | null;
  readonly dane: readonly SmtpDaneInbound[] | null;
}

/** What is known of one domain. */
interface Known {
  readonly domain: string;
  readonly status: string | null;
  readonly dns: DomainDns;
  /** The MX host under `mx.microsoft` that Exchange expects; `null`: it named none. */
  readonly expectedMx: string | null;
  readonly about: Pick<Finding, 'subject' | 'evidence' | 'params'>;
}

/** MX hosts that Microsoft signs; the label before them is the domain's own and can't be guessed. */
export function isSignedHost(host: string): boolean {
  return domainKey(host).endsWith('.mx.microsoft');
}

function ofDomain<Entry extends { readonly domain: string }>(
  entries: readonly Entry[] | null,
  domain: string,
): Entry | undefined {
  return entries?.find((entry) => domainKey(entry.domain) === domain);
}

function evidenceOf(status: string | null, dns: DomainDns, view: ExchangeView): Evidence[] {
  const hosts = dns.mx.records.map(({ exchange }) => exchange);
  const feature = ofDomain(view.dnssec, domainKey(dns.domain));
  const said = ofDomain(view.dane, domainKey(dns.domain))?.values ?? [];
  return [
    { source: 'acceptedDomains', property: 'smtpDaneStatus', value: status },
    { source: 'dns', property: 'zone.status', value: dns.zone.status },
    { source: 'dns', property: 'mx.status', value: dns.mx.status },
    { source: 'dns', property: 'mx.records', value: hosts },
    { source: 'dns', property: 'mtaSts.mode', value: dns.mtaSts.mode },
    ...(feature === undefined
      ? []
      : ([
          {
            source: 'dnssecStatus',
            property: 'dnssecFeatureStatus',
            value: feature.dnssecFeatureStatus,
          },
          { source: 'dnssecStatus', property: 'expectedMx', value: feature.expectedMx },
        ] as const)),
    // In words that Microsoft does not document, as they came.
    ...said.map(({ property, value }) => ({ source: 'smtpDaneInbound', property, value }) as const),
  ];
}

/** An MTA-STS policy in force that a host does not fit: senders that obey it stop. */
function stsRefuses({ mtaSts }: DomainDns, host: string): boolean {
  const isInForce = mtaSts.state === 'found' && mtaSts.mode === 'enforce';
  return isInForce && !stsAllows(mtaSts.mx, domainKey(host));
}

export function isStsUnread({ mtaSts: { state, mode } }: DomainDns): boolean {
  return state === 'not-asked' || state === 'fetch-failed' || (state === 'found' && mode === null);
}

const broken = { status: 'fail', severity: 'high', commands: [] } as const;

/** DANE is on: whether DNSSEC and the MX records hold it up. */
function judgeOn({ about, dns, domain, expectedMx }: Known): Finding {
  const { zone, mx } = dns;
  if (zone.status === 'insecure' || mx.status === 'insecure') {
    return { ...about, ...broken, reason: 'dane-on-unsigned' };
  }
  const microsoft = mx.records.filter(({ isMicrosoft }) => isMicrosoft);
  const records = expectedMx === null ? [] : mxLine(domain, expectedMx, 0);
  if (!microsoft.every(({ exchange }) => isSignedHost(exchange))) {
    return { ...about, ...broken, reason: 'dane-on-old-mx', records };
  }
  const isExpected =
    expectedMx === null ||
    microsoft.some(({ exchange }) => domainKey(exchange) === domainKey(expectedMx));
  if (!isExpected) {
    const params = { ...about.params, host: expectedMx };
    return { ...about, ...broken, params, reason: 'dane-mx-unexpected', records };
  }
  const other = mx.records.find(({ isMicrosoft }) => !isMicrosoft);
  if (other !== undefined) {
    const params = { ...about.params, host: other.exchange };
    return { ...about, params, status: 'warning', reason: 'dane-other-mx', commands: [] };
  }
  return { ...about, status: 'pass', reason: 'dane-on' };
}

/** DANE is off: the next step. */
function judgeOff({ about, dns, domain, expectedMx }: Known): Finding {
  if (dns.zone.status === 'insecure') {
    return { ...about, status: 'fail', reason: 'dane-zone-unsigned', commands: [] };
  }
  const parameters = { DomainName: domain };
  if (dns.mx.records.some(({ exchange }) => isSignedHost(exchange))) {
    const commands = [cmdlet('Enable-SmtpDaneInbound', parameters)];
    return { ...about, status: 'fail', reason: 'dane-off', commands };
  }
  if (expectedMx !== null) {
    const params = { ...about.params, host: expectedMx };
    const next = { ...about, params, status: 'fail', commands: [] } as const;
    // The move itself would stop senders that obey the policy.
    return stsRefuses(dns, expectedMx)
      ? { ...next, reason: 'dane-mta-sts-first' }
      : { ...next, reason: 'dane-mx-to-move', records: mxLine(domain, expectedMx, 20) };
  }
  // Names the host to which the MX record moves; DANE comes after that.
  const commands = [cmdlet('Enable-DnssecForVerifiedDomain', parameters)];
  return { ...about, status: 'fail', reason: 'dane-mx-not-moved', commands };
}

/** What is so whether DANE is on or off; `null`: its status decides. */
function judgeDns({ about, dns, domain, status }: Known): Finding | null {
  const { zone, mx } = dns;
  if (zone.status === 'bogus' || mx.status === 'bogus') {
    return { ...about, ...broken, reason: 'dane-bogus' };
  }
  if (zone.status === 'indeterminate' || mx.status === 'indeterminate') {
    return { ...about, status: 'not-assessed', reason: 'domain-dns-unread' };
  }
  if (!mx.records.some(({ isMicrosoft }) => isMicrosoft)) {
    const reason = mx.records.length === 0 ? 'dane-no-mx' : 'dane-mx-elsewhere';
    return { ...about, status: 'not-applicable', reason };
  }
  if (status === null) return notSet('acceptedDomains', 'smtpDaneStatus', domain);
  const refused = mx.records.find(({ exchange }) => stsRefuses(dns, exchange));
  if (refused !== undefined) {
    const params = { domain, host: refused.exchange };
    return { ...about, ...broken, params, reason: 'dane-mta-sts-conflict' };
  }
  // What could not be read may contradict the MX host.
  return isStsUnread(dns)
    ? { ...about, status: 'not-assessed', reason: 'dane-mta-sts-unread' }
    : null;
}

export function judgeInboundDane(
  accepted: AcceptedDomain,
  records: readonly DomainDns[],
  view: ExchangeView,
): Finding {
  const domain = domainKey(accepted.domainName ?? '');
  if (domain === '') return notSet('acceptedDomains', 'domainName');
  const subject = { subject: domain, params: { domain } };
  if (isInitialDomain(domain)) {
    return { ...subject, status: 'not-applicable', reason: 'dane-initial-domain' };
  }
  const dns = ofDomain(records, domain);
  if (dns === undefined) return { ...subject, status: 'not-assessed', reason: 'domain-dns-unread' };
  const status = accepted.smtpDaneStatus;
  const named = ofDomain(view.dnssec, domain)?.expectedMx ?? null;
  const expectedMx = named !== null && isSignedHost(named) ? named : null;
  const about = { ...subject, evidence: evidenceOf(status, dns, view) };
  const known: Known = { domain, status, dns, expectedMx, about };
  const found = judgeDns(known);
  if (found !== null) return found;
  if (status !== null && /^enabled$/i.test(status)) return judgeOn(known);
  if (status !== null && /^disabled$/i.test(status)) return judgeOff(known);
  return notKnown('acceptedDomains', 'smtpDaneStatus', status ?? '', domain);
}
