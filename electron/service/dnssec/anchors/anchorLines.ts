/** DS and DNSKEY records in presentation format, of any zone: `example. 3600 IN DS 1234 13 2 ABCD…`. */
import { failure, success } from '../../../../shared/errors.ts';
import { rrType } from '../../dns/codes.ts';
import { formatName } from '../../dns/name.ts';
import { parseDnskey, parseDs } from '../../dns/rdata/parse.ts';
import { parseZoneText } from '../../dns/zoneText.ts';
import { digestType } from '../crypto/algorithms.ts';
import { delegationDigest, digestLength } from '../crypto/delegationDigest.ts';
import { dnskeyFlag, dnskeyProtocol } from '../zoneKeys.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Ds } from '../../dns/rdata/parse.ts';
import type { DomainName, ResourceRecord } from '../../dns/types.ts';

export interface AnchorRecord {
  readonly zone: DomainName;
  readonly ds: Ds;
}

/** A digest has the length of its type, where the type is known. */
export function hasRightLength(ds: Ds): boolean {
  const length = digestLength(ds.digestType);
  return ds.digest.length > 0 && (length === null || ds.digest.length === length);
}

/** A key as the DS record that it would have; `null` for what is no zone key in use. */
function keyAsDs(owner: DomainName, rdata: Uint8Array): Ds | null {
  const key = parseDnskey(rdata);
  const digest = delegationDigest(owner, rdata, digestType.SHA256);
  if (key === null || digest === null) return null;
  const isZoneKey =
    key.protocol === dnskeyProtocol &&
    (key.flags & dnskeyFlag.zone) !== 0 &&
    (key.flags & dnskeyFlag.revoked) === 0 &&
    key.publicKey.length > 0;
  return isZoneKey
    ? { keyTag: key.keyTag, algorithm: key.algorithm, digestType: digestType.SHA256, digest }
    : null;
}

function asDs({ owner, type, rdata }: ResourceRecord): Ds | null {
  if (type === rrType.DNSKEY) return keyAsDs(owner, rdata);
  const ds = type === rrType.DS ? parseDs(rdata) : null;
  return ds !== null && hasRightLength(ds) ? ds : null;
}

/** Errors: `trust-anchor-malformed` with `line` and `problem`, or `owner` of the record. */
export function readAnchorLines(text: string): Result<AnchorRecord[]> {
  const records = parseZoneText(text);
  if (!records.ok) {
    const { line, problem } = records.error;
    return failure('trust-anchor-malformed', { line, problem, zone: '' });
  }
  const anchors: AnchorRecord[] = [];
  for (const record of records.value) {
    const ds = asDs(record);
    if (ds === null) {
      const zone = formatName(record.owner);
      return failure('trust-anchor-malformed', { line: 0, problem: 'record', zone });
    }
    anchors.push({ zone: record.owner, ds });
  }
  return success(anchors);
}
