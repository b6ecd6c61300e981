import { formatName } from '../../dns/name.ts';
import { formatRdata } from '../../dns/rdata/format.ts';
import { typeName } from '../../dns/codes.ts';
import { signedOwner } from '../rrset.ts';
import { describeSignature } from './describeSigned.ts';
import type { DenialView } from '../../../../shared/dnssec/evidence.ts';
import type { ValidProof } from '../denial/verdicts.ts';

/** A proof names at most three; opt-out and wildcards add theirs. */
const recordsShown = 8;

/** An absence that is proven, with each record that proves it once. */
export function describeDenial(
  { proof, optOut }: Pick<DenialView, 'proof' | 'optOut'>,
  used: readonly ValidProof[],
  now: Date,
): DenialView {
  const records = [...new Set(used)].flatMap(({ rrset, signature }) =>
    rrset.records.map(({ type, rdata }) => ({
      owner: formatName(signedOwner(rrset.owner, signature)),
      data: `${typeName(type)} ${formatRdata(type, rdata)}`,
      signature: describeSignature(signature, true, now),
    })),
  );
  return { proof, optOut, records: records.slice(0, recordsShown) };
}
