import { presentation } from '../../../../shared/tlsa/formatRecord.ts';
import type { DaneCheck, HostView } from '../../../../shared/dane/check.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';

/** How a record stands to what a host has published, and to the certificates that it showed. */
export function compareRecord(
  record: TlsaRecord,
  { name, tlsa }: HostView,
  { findings }: Pick<DaneCheck, 'findings'>,
) {
  const text = presentation(record);
  const published = tlsa.find((view) => presentation(view.record) === text);
  if (published !== undefined) {
    if (published.matches === null) return 'publishedUnknown';
    return published.matches ? 'published' : 'publishedStale';
  }
  // What the check says to publish is made from the certificates in use.
  const ofCertificates = findings
    .filter(({ where }) => where.host === name)
    .flatMap(({ records }) => records ?? []);
  return ofCertificates.some((line) => line.endsWith(` ${text}`))
    ? 'notPublishedMatches'
    : 'notPublished';
}
