import { bmpPassword, deriveKey } from './deriveKey.ts';
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { decrypt, derivePbkdf2 } from './decrypt.ts';
import { DerError } from '../der.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { add, note } from '../containers/container.ts';
import { parsePfx } from './pfx.ts';
import { pkcs12IterationsMax } from '../../../../shared/limits.ts';
import { readSafeContents } from './safeBags.ts';
import { UnsupportedAlgorithm } from './algorithms.ts';
import type { Bags } from './safeBags.ts';
import type { Content, Pfx } from './pfx.ts';
import type { Gathered } from '../containers/container.ts';
import type { PasswordOctets } from './decrypt.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Tlv } from '../der.ts';

/** Contents may each be encrypted on their own; a file's may together take so many times the maximum. */
const derivationsMax = 4;

/** Above this many rounds an unasked-for try without a password would keep a person waiting. */
const roundsWithoutAsking = 100_000;

/** A PKCS#12 key longer than this only serves to make its derivation long. */
const macKeyBytesMax = 128;

/**
 * Takes the certificates out of a PFX (RFC 7292). Keys stay encrypted, and what was decrypted is
 * wiped.
 */
export async function readPkcs12(
  bytes: Buffer,
  element: Tlv,
  into: Gathered,
): Promise<Result<null>> {
  try {
    return await readPfx(parsePfx(bytes, element), into);
  } catch (error) {
    if (error instanceof UnsupportedAlgorithm) {
      return failure('pkcs12-algorithm-unsupported', { algorithm: error.algorithm });
    }
    if (error instanceof DerError) return failure('pkcs12-malformed');
    throw error;
  }
}

async function readPfx(pfx: Pfx, into: Gathered): Promise<Result<null>> {
  const { password, roundsMax } = into.opening;
  const rounds = roundsOf(pfx);
  const asked = Math.max(...rounds, 0);
  const together = rounds.reduce((sum, count) => sum + count, into.rounds);
  into.rounds = together;
  if (asked > pkcs12IterationsMax || together > pkcs12IterationsMax * derivationsMax) {
    const count = asked > pkcs12IterationsMax ? asked : together;
    return failure('pkcs12-iterations-too-many', { count, limit: pkcs12IterationsMax });
  }
  if (rounds.includes(0)) return failure('pkcs12-malformed');
  const needsPassword = pfx.contents.some(({ protection }) => protection !== null);
  if (needsPassword && password === null && asked > roundsWithoutAsking) {
    return failure('pkcs12-password-required');
  }
  if ((needsPassword || password !== null) && together > roundsMax) {
    into.tooLong = true;
    return success(null);
  }
  const opened = await openWith(pfx, password, needsPassword);
  if (opened === null) {
    return failure(password === null ? 'pkcs12-password-required' : 'pkcs12-password-wrong');
  }
  hand(opened, into);
  return success(null);
}

/** Rounds of every derivation that the file asks for. */
function roundsOf({ contents, mac }: Pfx): number[] {
  const ofContents = contents.flatMap(({ protection }) => {
    if (protection === null) return [];
    return protection.kind === 'pbes1' ? protection.iterations : protection.derivation.iterations;
  });
  return mac === null ? ofContents : [...ofContents, mac.mac.derivation.iterations];
}

interface Opened {
  readonly bags: Bags;
  readonly macChecked: boolean;
}

/** `null`: the password is another one. */
async function openWith(
  pfx: Pfx,
  password: string | null,
  needsPassword: boolean,
): Promise<Opened | null> {
  // Without encryption the certificates can be read by anybody; the password only proves the MAC.
  if (!needsPassword && (password === null || pfx.mac === null)) {
    return {
      bags: (await openContents(pfx.contents, noPassword)) ?? emptyBags(),
      macChecked: false,
    };
  }
  for (const octets of spellingsOf(password ?? '')) {
    if (pfx.mac !== null && !(await macHolds(pfx, octets))) continue;
    const bags = await openContents(pfx.contents, octets);
    if (bags !== null) return { bags, macChecked: pfx.mac !== null };
    if (pfx.mac !== null) throw new DerError('encrypted with another password than the MAC');
  }
  return null;
}

const noPassword: PasswordOctets = { bmp: Buffer.alloc(0), utf8: Buffer.alloc(0) };

/** Programs differ on whether an empty password is none at all (RFC 7292 appendix B.1). */
function spellingsOf(password: string): PasswordOctets[] {
  const spelled = { bmp: bmpPassword(password), utf8: Buffer.from(password, 'utf8') };
  return password === '' ? [spelled, noPassword] : [spelled];
}

async function macHolds({ mac, authenticated }: Pfx, password: PasswordOctets): Promise<boolean> {
  if (mac === null) return false;
  const { digest, derivation, scheme } = mac.mac;
  let key: Buffer;
  if (scheme === 'pbmac1') {
    // RFC 9579 §5: the length must be stated.
    const { keyBytes } = derivation;
    if (keyBytes === null || keyBytes === 0 || keyBytes > macKeyBytesMax) {
      throw new DerError('MAC key of no use');
    }
    key = await derivePbkdf2(derivation, password, keyBytes);
  } else {
    const { salt, iterations } = derivation;
    const input = { digest, purpose: 'mac-key', password: password.bmp, salt, iterations } as const;
    key = deriveKey(input, hash(digest, '', 'buffer').length);
  }
  const computed = createHmac(digest, key).update(authenticated).digest();
  return computed.length === mac.value.length && timingSafeEqual(computed, mac.value);
}

function emptyBags(): Bags {
  return { certificates: [], privateKeys: 0, otherCertificates: 0, others: 0 };
}

async function openContents(
  contents: readonly Content[],
  password: PasswordOctets,
): Promise<Bags | null> {
  const bags = emptyBags();
  for (const { protection, octets } of contents) {
    const clear = protection === null ? octets : await decrypt(protection, octets, password);
    if (clear === null) return null;
    try {
      readSafeContents(clear, bags);
    } catch (error) {
      // A wrong password passes for the padding of one in 256 files.
      if (error instanceof DerError && protection !== null) return null;
      throw error;
    } finally {
      if (protection !== null) clear.fill(0);
    }
  }
  return bags;
}

function hand({ bags, macChecked }: Opened, into: Gathered): void {
  add(into, bags.certificates);
  if (bags.privateKeys > 0) note(into, 'private-key-discarded', bags.privateKeys);
  if (bags.otherCertificates > 0) note(into, 'certificate-skipped', bags.otherCertificates);
  if (bags.others > 0) note(into, 'block-skipped', bags.others);
  if (!macChecked) note(into, 'mac-not-checked');
}
