/**
 * The keys of the root zone, as IANA publishes them in root-anchors.xml and Debian in `dns-root-data`.
 * KSK-2024 signs since 2026-10-11. KSK-2017 is revoked on 2027-01-11: from then on nothing that only
 * it signed is believed.
 */
import { rootName } from '../../dns/name.ts';
import type { TrustAnchor } from './trustAnchors.ts';

const rsaSha256 = 8;
const sha256 = 2;

export const rootAnchor: TrustAnchor = {
  zone: rootName,
  keys: [
    {
      keyTag: 38696,
      algorithm: rsaSha256,
      digestType: sha256,
      digest: Buffer.from(
        '683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16',
        'hex',
      ),
      validFrom: new Date('2024-07-18T00:00:00Z'),
      validUntil: null,
    },
    {
      keyTag: 20326,
      algorithm: rsaSha256,
      digestType: sha256,
      digest: Buffer.from(
        'E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D',
        'hex',
      ),
      validFrom: new Date('2017-02-02T00:00:00Z'),
      validUntil: new Date('2027-01-11T00:00:00Z'),
    },
  ],
};
