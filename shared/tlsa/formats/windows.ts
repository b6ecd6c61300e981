import type { DomainName } from '../domainName.ts';
import type { PublishableRecord } from '../formatRecord.ts';
import { powerShellQuote } from '../quote.ts';
import type { CertificateUsage, KnownTlsaRecord, MatchingType, Selector } from '../record.ts';
import { relativeOwner } from '../zone.ts';

/**
 * Windows DNS Server: the TLSA parameter set of `Add-DnsServerResourceRecord` (module DnsServer).
 * The words for the numbers are those of its CIM class, `PS_DnsServerResourceRecord.AddByTLSA`.
 */
export function windowsCommand(
  { owner, ttl, record }: PublishableRecord<KnownTlsaRecord>,
  zone: DomainName,
): string {
  return [
    'Add-DnsServerResourceRecord -TLSA',
    `-ZoneName ${powerShellQuote(zone.ascii)}`,
    `-Name ${powerShellQuote(relativeOwner(owner, zone))}`,
    `-CertificateUsage ${usageWords[record.usage]}`,
    `-Selector ${selectorWords[record.selector]}`,
    `-MatchingType ${matchingTypeWords[record.matchingType]}`,
    `-CertificateAssociationData ${powerShellQuote(record.data)}`,
    ...(ttl === null ? [] : [`-TimeToLive ${timeSpan(ttl)}`]),
  ].join(' ');
}

const usageWords: Readonly<Record<CertificateUsage, string>> = {
  0: 'CAConstraint',
  1: 'ServiceCertificateConstraint',
  2: 'TrustAnchorAssertion',
  3: 'DomainIssuedCertificate',
};
const selectorWords: Readonly<Record<Selector, string>> = {
  0: 'FullCertificate',
  1: 'SubjectPublicKeyInfo',
};
const matchingTypeWords: Readonly<Record<MatchingType, string>> = {
  0: 'ExactMatch',
  1: 'Sha256Hash',
  2: 'Sha512Hash',
};

/** .NET's TimeSpan: `hh:mm:ss`, from a day on `d.hh:mm:ss`. */
function timeSpan(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const clock = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60].map((number) =>
    String(number).padStart(2, '0'),
  );
  return `${days === 0 ? '' : `${days}.`}${clock.join(':')}`;
}
