/** The kinds of key that a server's certificate may have, as separate handshakes tell them apart. */
export const keyTypes = ['rsa', 'ecdsa', 'ed25519', 'ed448'] as const;
export type KeyType = (typeof keyTypes)[number];

/** How a connection comes to TLS: at once, or by a command of the protocol. */
export type Security = 'implicit' | 'smtp' | 'imap' | 'pop3';

export type ProbePhase = 'connect' | 'greeting' | 'hello' | 'starttls' | 'tls';

export type ProbeFailureCode =
  /** No connection came about. */
  | 'connection-refused'
  | 'connection-timed-out'
  /** No way to this kind of address from here. */
  | 'no-route'
  | 'connection-failed'
  | 'proxy-failed'
  /** The conversation before TLS. */
  | 'timed-out'
  | 'closed'
  | 'not-understood'
  /** A 4xx reply: come back later. */
  | 'try-later'
  /** A 5xx reply to the connection itself. */
  | 'turned-away'
  | 'starttls-not-offered'
  | 'starttls-refused'
  /** The handshake. */
  | 'tls-refused'
  | 'tls-failed'
  | 'certificate-malformed'
  | 'chain-too-large'
  | 'runtime-cannot-test'
  | 'cancelled';

export interface ProbeFailure {
  readonly code: ProbeFailureCode;
  readonly phase: ProbePhase;
  /** The server's reply or the runtime's error, shortened, without control characters. */
  readonly detail: string;
}

export interface TranscriptLine {
  /** `client`, `server`, or a remark of the probe. */
  readonly from: 'client' | 'server' | 'probe';
  readonly text: string;
  /** Since the start of the connection. */
  readonly milliseconds: number;
}

export interface HandshakeResult {
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** Of the server's certificate; `null`: one that this runtime can't read. */
  readonly keyType: KeyType | null;
  /** DER, leaf first, exactly as sent. */
  readonly chain: readonly Uint8Array[];
}

export interface ProbeResult {
  /** The SNI sent; `null`: none. */
  readonly serverName: string | null;
  /** The key types that were offered to the server. */
  readonly offered: readonly KeyType[];
  /** `null`: see `failure`. */
  readonly handshake: HandshakeResult | null;
  readonly failure: ProbeFailure | null;
  /** Plain text came after the go-ahead for TLS; it was thrown away (RFC 3207 §6). */
  readonly injected: boolean;
  /** The server said 421 or x.7.x: no further connections now. */
  readonly stop: boolean;
  readonly transcript: readonly TranscriptLine[];
  /** The phases entered, in order, with the time that each took. */
  readonly phases: readonly { readonly phase: ProbePhase; readonly milliseconds: number }[];
  readonly milliseconds: number;
}

export interface Endpoint {
  /** IPv4 or IPv6. */
  readonly address: string;
  readonly port: number;
}

/** SOCKS5 (RFC 1928). */
export interface Proxy {
  readonly host: string;
  readonly port: number;
}
