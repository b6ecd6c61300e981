/** A file of trust anchors, told apart by content: root-anchors.xml, or DS and DNSKEY lines. */
import { failure, success } from '../../../../shared/errors.ts';
import { nameKey } from '../../dns/name.ts';
import { anchorKeysMax } from '../limits.ts';
import { readAnchorLines } from './anchorLines.ts';
import { readRootAnchorsXml } from './rootAnchorsXml.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { AnchorKey, TrustAnchor, TrustAnchors } from './trustAnchors.ts';

/**
 * Errors: `trust-anchor-malformed` with `line` (0: not one line), `problem` and `zone`; `trust-anchor-missing` when it holds none.
 * Whether they are valid now is `usableAnchors`'s question.
 */
export function readTrustAnchors(text: string): Result<TrustAnchors> {
  const plain = text.replace(/^\uFEFF/, '');
  const anchors = plain.trimStart().startsWith('<') ? readXml(plain) : readLines(plain);
  if (!anchors.ok) return anchors;
  const count = anchors.value.reduce((sum, anchor) => sum + anchor.keys.length, 0);
  if (count === 0) return failure('trust-anchor-missing');
  if (count > anchorKeysMax) {
    return failure('trust-anchor-malformed', { line: 0, problem: 'tooMany', zone: '' });
  }
  return anchors;
}

function readXml(text: string): Result<TrustAnchors> {
  const anchor = readRootAnchorsXml(text);
  return anchor.ok ? success([anchor.value]) : anchor;
}

function readLines(text: string): Result<TrustAnchors> {
  const records = readAnchorLines(text);
  if (!records.ok) return records;
  const anchors = new Map<string, TrustAnchor & { readonly keys: AnchorKey[] }>();
  for (const { zone, ds } of records.value) {
    const key = nameKey(zone);
    const anchor = anchors.get(key) ?? { zone, keys: [] };
    anchor.keys.push({ ...ds, validFrom: null, validUntil: null });
    anchors.set(key, anchor);
  }
  return success([...anchors.values()]);
}
