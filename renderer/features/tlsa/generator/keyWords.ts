import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Words } from '../../../ui/words.tsx';

/** A key's type and size, such as "RSA, 2048 bits". */
export function keyWords(t: Words, { algorithm, oid, bits, curve }: Certificate['key']): string {
  return t(`certificates.key.${algorithm}`, {
    oid: oid ?? 'none',
    // As text, so that no thousands separator comes between.
    bits: bits === null ? 'none' : String(bits),
    curve: curve ?? 'none',
  });
}
