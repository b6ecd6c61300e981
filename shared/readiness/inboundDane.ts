import { stsAllows } from '../dane/mtaSts.ts';
import type { DnssecStatus, DomainDns } from '../tenant/records/domains.ts';
import type { AcceptedDomain } from '../tenant/records/exchange.ts';
import { domainKey, isInitialDomain } from './domains.ts';
import { cmdlet } from './powerShell.ts';
import type { Evidence, Finding } from './rule.ts';
import { notKnown, notSet } from './unknown.ts';

/** MX hosts that Microsoft signs; the label before them is the domain's own and can't be guessed. */
export function isSignedHost(host: string): boolean {
  return domainKey(host).endsWith('.mx.microsoft');
}

function evidenceOf(
  { smtpDaneStatus }: AcceptedDomain,
  dns: DomainDns,
  known: DnssecStatus | undefined,
): Evidence[] {
  const hosts = dns.mx.records.map(({ exchange }) => exchange);
  const feature = known?.dnssecFeatureStatus;
  return [
    { source: 'acceptedDomains', property: 'smtpDaneStatus', value: smtpDaneStatus },
    { source: 'dns', property: 'zone.status', value: dns.zone.status },
    { source: 'dns', property: 'mx.status', value: dns.mx.status },
    { source: 'dns', property: 'mx.records', value: hosts },
    { source: 'dns', property: 'mtaSts.mode', value: dns.mtaSts.mode },
    ...(feature === undefined
      ? []
      : [{ source: 'dnssecStatus', property: 'dnssecFeatureStatus', value: feature } as const]),
  ];
}

/** An MTA-STS policy in force that the domain's own MX host does not fit: senders that obey it stop. */
function stsConflict({ mtaSts, mx }: DomainDns): string | null {
  if (mtaSts.state !== 'found' || mtaSts.mode !== 'enforce') return null;
  const host = mx.records.find(({ exchange }) => !stsAllows(mtaSts.mx, domainKey(exchange)));
  return host?.exchange ?? null;
}

export function isStsUnread({ mtaSts: { state, mode } }: DomainDns): boolean {
  return state === 'not-asked' || state === 'fetch-failed' || (state === 'found' && mode === null);
}

type About = Pick<Finding, 'subject' | 'evidence' | 'params'>;

/** DANE is on: whether DNSSEC holds it up. */
function judgeOn(about: About, dns: DomainDns, hosts: readonly string[]): Finding {
  if (dns.zone.status === 'insecure' || dns.mx.status === 'insecure') {
    return { ...about, status: 'fail', severity: 'high', reason: 'dane-on-unsigned', commands: [] };
  }
  return hosts.every(isSignedHost)
    ? { ...about, status: 'pass', reason: 'dane-on' }
    : { ...about, status: 'fail', severity: 'high', reason: 'dane-on-old-mx', commands: [] };
}

/** DANE is off: the next step. */
function judgeOff(about: About, dns: DomainDns, hosts: readonly string[]): Finding {
  if (dns.zone.status === 'insecure') {
    return { ...about, status: 'fail', reason: 'dane-zone-unsigned', commands: [] };
  }
  const parameters = { DomainName: about.subject ?? '' };
  if (hosts.some(isSignedHost)) {
    const commands = [cmdlet('Enable-SmtpDaneInbound', parameters)];
    return { ...about, status: 'fail', reason: 'dane-off', commands };
  }
  // Names the host to which the MX record moves; DANE comes after that.
  const commands = [cmdlet('Enable-DnssecForVerifiedDomain', parameters)];
  return { ...about, status: 'fail', reason: 'dane-mx-not-moved', commands };
}

export function judgeInboundDane(
  domain: AcceptedDomain,
  records: readonly DomainDns[],
  known: readonly DnssecStatus[] | null,
): Finding {
  const name = domainKey(domain.domainName ?? '');
  if (name === '') return notSet('acceptedDomains', 'domainName');
  const subject = { subject: name, params: { domain: name } };
  if (isInitialDomain(name)) {
    return { ...subject, status: 'not-applicable', reason: 'dane-initial-domain' };
  }
  const dns = records.find((entry) => domainKey(entry.domain) === name);
  if (dns === undefined) return { ...subject, status: 'not-assessed', reason: 'domain-dns-unread' };
  const status = domain.smtpDaneStatus;
  const own = known?.find((entry) => domainKey(entry.domain) === name);
  const about = { ...subject, evidence: evidenceOf(domain, dns, own) };
  if (dns.zone.status === 'bogus' || dns.mx.status === 'bogus') {
    return { ...about, status: 'fail', severity: 'high', reason: 'dane-bogus', commands: [] };
  }
  if (dns.zone.status === 'indeterminate' || dns.mx.status === 'indeterminate') {
    return { ...about, status: 'not-assessed', reason: 'domain-dns-unread' };
  }
  const microsoft = dns.mx.records.filter(({ isMicrosoft }) => isMicrosoft);
  if (microsoft.length === 0) {
    const reason = dns.mx.records.length === 0 ? 'dane-no-mx' : 'dane-mx-elsewhere';
    return { ...about, status: 'not-applicable', reason };
  }
  if (status === null) return notSet('acceptedDomains', 'smtpDaneStatus', name);
  const conflict = stsConflict(dns);
  if (conflict !== null) {
    const params = { domain: name, host: conflict };
    return {
      ...about,
      params,
      status: 'fail',
      severity: 'high',
      reason: 'dane-mta-sts-conflict',
      commands: [],
    };
  }
  if (isStsUnread(dns)) {
    // What could not be read may contradict the MX host.
    return { ...about, status: 'not-assessed', reason: 'dane-mta-sts-unread' };
  }
  const hosts = microsoft.map(({ exchange }) => exchange);
  if (/^enabled$/i.test(status)) return judgeOn(about, dns, hosts);
  if (/^disabled$/i.test(status)) return judgeOff(about, dns, hosts);
  return notKnown('acceptedDomains', 'smtpDaneStatus', status, name);
}
