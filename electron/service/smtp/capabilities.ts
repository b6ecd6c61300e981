import { createSecureContext } from 'node:tls';
import { keyTypes } from './types.ts';
import type { KeyType } from './types.ts';

/** What this runtime's TLS can ask a server for. OpenSSL in Node, BoringSSL in Electron. */
export interface TlsCapabilities {
  /** Signature algorithms by key type, in OpenSSL's spelling; a key type without any is not there. */
  readonly signatureAlgorithms: Readonly<Partial<Record<KeyType, readonly string[]>>>;
  /** OpenSSL's security level 0: weak keys are the server's to answer for, and ours to report. */
  readonly acceptsWeakKeys: boolean;
}

/** `ECDSA+SHA512` and the like stand for one curve each in TLS 1.3. Brainpool curves: RFC 8734. */
const candidates: Readonly<Record<KeyType, readonly string[]>> = {
  rsa: [
    'RSA-PSS+SHA256',
    'RSA-PSS+SHA384',
    'RSA-PSS+SHA512',
    'RSA+SHA256',
    'RSA+SHA384',
    'RSA+SHA512',
    'rsa_pss_pss_sha256',
    'rsa_pss_pss_sha384',
    'rsa_pss_pss_sha512',
  ],
  ecdsa: [
    'ECDSA+SHA256',
    'ECDSA+SHA384',
    'ECDSA+SHA512',
    'ecdsa_brainpoolP256r1tls13_sha256',
    'ecdsa_brainpoolP384r1tls13_sha384',
    'ecdsa_brainpoolP512r1tls13_sha512',
  ],
  ed25519: ['ed25519'],
  ed448: ['ed448'],
};

function accepts(options: { sigalgs: string } | { ciphers: string }): boolean {
  try {
    createSecureContext(options);
    return true;
  } catch {
    return false;
  }
}

let found: TlsCapabilities | null = null;

/** Found out once, by asking the runtime. */
export function tlsCapabilities(): TlsCapabilities {
  found ??= {
    signatureAlgorithms: Object.fromEntries(
      keyTypes
        .map((type) => [type, candidates[type].filter((sigalgs) => accepts({ sigalgs }))] as const)
        .filter(([, algorithms]) => algorithms.length > 0),
    ),
    acceptsWeakKeys: accepts({ ciphers: 'DEFAULT@SECLEVEL=0' }),
  };
  return found;
}

/** The key types that can be asked for here. */
export function testableKeyTypes({ signatureAlgorithms }: TlsCapabilities): readonly KeyType[] {
  return keyTypes.filter((type) => signatureAlgorithms[type] !== undefined);
}
