import { anchorsOf, everyRecord, recordOfDraft } from './records.ts';
import { chainOf, listCertificates } from './certificates.ts';
import { placeOf } from './draft.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Chain } from './records.ts';
import type { Place } from './draft.ts';
import type { RecordOfCertificate } from '../../../../shared/tlsa/recordsOf.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { WorkbenchState } from './workbenchState.ts';

/** All that follows from the selected certificate and the form. */
export interface Work {
  readonly certificates: readonly Certificate[];
  readonly chain: Chain;
  /** The CA certificates to choose from for usages 0 and 2. */
  readonly anchors: readonly Certificate[];
  /** `null`: the usage names a CA, and none is at hand. */
  readonly made: RecordOfCertificate | null;
  readonly place: Result<Place>;
  readonly every: readonly RecordOfCertificate[];
}

/** `null`: no certificate was read yet. */
export function workOf({ files, selected, draft }: WorkbenchState): Work | null {
  const certificates = listCertificates(files);
  const certificate = certificates.find(({ fingerprint }) => fingerprint === selected);
  if (certificate === undefined) return null;
  const chain = chainOf(certificate, certificates);
  const anchors = anchorsOf(chain, certificates);
  return {
    certificates,
    chain,
    anchors,
    made: recordOfDraft(draft, chain, anchors),
    place: placeOf(draft),
    every: everyRecord(chain),
  };
}
