import { readTrustAnchors } from '../service/dnssec/anchors/readTrustAnchors.ts';
import { rootAnchor } from '../service/dnssec/anchors/rootAnchors.ts';
import { usableAnchors } from '../service/dnssec/anchors/trustAnchors.ts';
import { readTextFile } from './readTextFile.ts';
import type { Result } from '../../shared/errors.ts';
import type { TrustAnchors } from '../service/dnssec/anchors/trustAnchors.ts';
import type { ResolverOptionValues } from './resolverOptions.ts';

/** The anchors of the file that `--trust-anchor` names, else the root's own, valid at `now`. */
export async function trustAnchorsOf(
  values: ResolverOptionValues,
  now: Date,
): Promise<Result<TrustAnchors>> {
  const file = values['trust-anchor'];
  if (file === null) return usableAnchors([rootAnchor], now);
  const text = await readTextFile(file);
  if (!text.ok) return text;
  const anchors = readTrustAnchors(text.value);
  return anchors.ok ? usableAnchors(anchors.value, now) : anchors;
}
