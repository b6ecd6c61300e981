import { probeAlgorithms } from './probeAlgorithms.ts';
import { createDnsPublicKey } from './publicKey.ts';
import type { PublicKey } from './publicKey.ts';

/** The signature algorithms that a validator uses. */
export interface AlgorithmSuite {
  /** Numbers; what is not here makes a zone insecure, not bogus (RFC 6840 §5.2). */
  readonly supported: ReadonlySet<number>;
  /** `null`: octets that are no key of that algorithm. */
  readonly createPublicKey: (algorithm: number, octets: Uint8Array) => PublicKey | null;
}

/** What this runtime verifies. */
export async function runtimeAlgorithms(): Promise<AlgorithmSuite> {
  return { supported: await probeAlgorithms(), createPublicKey: createDnsPublicKey };
}
