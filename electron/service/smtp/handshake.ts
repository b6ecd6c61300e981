import { constants } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { connect, DEFAULT_CIPHERS } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { testableKeyTypes } from './capabilities.ts';
import type { TlsCapabilities } from './capabilities.ts';
import { Interruption } from './interruption.ts';
import { keyTypes } from './types.ts';
import type { HandshakeResult, KeyType, ProbeFailureCode } from './types.ts';

/** Certificates of one chain that are taken over. The runtime refuses chains over 100 KiB by itself. */
const chainMax = 100;

export interface HandshakeOptions {
  /** `null`: no SNI. */
  readonly serverName: string | null;
  readonly offered: readonly KeyType[];
  readonly capabilities: TlsCapabilities;
}

/** Alerts that say "I have nothing that you can use" (RFC 8446 §6.2, RFC 5246 §7.2.2). */
const noCommonGround = /alert (?:handshake failure|insufficient security|illegal parameter)/i;
const alert = /\balert\b/i;
const unreadableCertificate = /asn1|x509|certificate|pem|der\b/i;
const unknownAlgorithm =
  /unsupported algorithm|unknown (?:group|curve|algorithm|public key|certificate type)|unable to find public key|wrong certificate type|wrong signature type|unsupported (?:curve|elliptic|type)|no (?:shared|suitable) signature/i;
const tooLarge = /excessive message size|too long|max cert list/i;

/** What a failed handshake means. Texts are OpenSSL's and BoringSSL's. */
function failureCode(text: string, testable: readonly KeyType[]): ProbeFailureCode {
  const plain = text.replaceAll('_', ' ');
  if (alert.test(plain)) {
    // A server whose only key this runtime can't ask for answers just like one that has no key at all.
    return noCommonGround.test(plain) && testable.length < keyTypes.length
      ? 'runtime-cannot-test'
      : 'tls-refused';
  }
  if (tooLarge.test(plain)) return 'chain-too-large';
  if (unknownAlgorithm.test(plain)) return 'runtime-cannot-test';
  if (unreadableCertificate.test(plain)) return 'certificate-malformed';
  return 'tls-failed';
}

function connectionOptions(options: HandshakeOptions, socket: Duplex): ConnectionOptions {
  const { serverName, offered, capabilities } = options;
  const algorithms = offered.flatMap((type) => capabilities.signatureAlgorithms[type] ?? []);
  // Without forward secrecy the server's key signs nothing, so that `sigalgs` could not choose it.
  const ciphers = `${DEFAULT_CIPHERS}:!kRSA${capabilities.acceptsWeakKeys ? ':@SECLEVEL=0' : ''}`;
  return {
    socket,
    ...(serverName === null ? {} : { servername: serverName }),
    // Who the server is, DANE decides. An own, empty store keeps local issuers out of the chain.
    rejectUnauthorized: false,
    ca: [],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    sigalgs: algorithms.join(':'),
    ciphers: offered.includes('rsa') ? ciphers.replace(':!kRSA', '') : ciphers,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  };
}

/**
 * The certificates in the order in which the server sent them. `getPeerCertificate(true)` would add
 * issuers of the local store, which the server never sent; walking from the X509 object does not.
 */
function sentChain(leaf: X509Certificate | undefined): Uint8Array[] {
  const chain: Uint8Array[] = [];
  let next = leaf;
  while (next !== undefined && chain.length < chainMax) {
    chain.push(next.raw);
    next = next.issuerCertificate;
  }
  return chain;
}

const keyTypeNames: Readonly<Record<string, KeyType>> = {
  rsa: 'rsa',
  'rsa-pss': 'rsa',
  ec: 'ecdsa',
  ed25519: 'ed25519',
  ed448: 'ed448',
};

function keyTypeOf(certificate: X509Certificate | undefined): KeyType | null {
  try {
    return keyTypeNames[certificate?.publicKey.asymmetricKeyType ?? ''] ?? null;
  } catch {
    return null;
  }
}

/** Speaks TLS over a connection whose server waits for it. Rejects with `Interruption`. */
export function handshake(
  stream: Duplex,
  options: HandshakeOptions,
): Promise<{ readonly socket: TLSSocket; readonly result: HandshakeResult }> {
  return new Promise((resolve, reject) => {
    const fail = (code: ProbeFailureCode, detail: string): void => {
      reject(new Interruption(code, detail));
    };
    let socket: TLSSocket;
    try {
      socket = connect(connectionOptions(options, stream));
    } catch (error) {
      fail('runtime-cannot-test', error instanceof Error ? error.message : String(error));
      return;
    }
    socket.on('error', (error: NodeJS.ErrnoException & { readonly reason?: string }) => {
      const reason = error.reason ?? error.message;
      const ended = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      const testable = testableKeyTypes(options.capabilities);
      fail(ended ? 'tls-refused' : failureCode(`${error.code ?? ''} ${reason}`, testable), reason);
    });
    socket.once('close', () => fail('tls-refused', 'the connection was closed'));
    socket.once('secureConnect', () => {
      // Asked for once: the second time nothing comes.
      const leaf = socket.getPeerX509Certificate();
      const chain = sentChain(leaf);
      if (chain.length === 0) {
        fail('tls-failed', 'no certificate');
        return;
      }
      const { name, standardName } = socket.getCipher();
      const protocol = socket.getProtocol() ?? '';
      const cipher = standardName || name;
      resolve({ socket, result: { protocol, cipher, keyType: keyTypeOf(leaf), chain } });
    });
  });
}
