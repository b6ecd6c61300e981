/**
 * The shapes of the DNS as this service holds it. Names are labels and RDATA is bytes: what DNSSEC
 * signs is never rebuilt from text.
 */

/** Labels in wire order as raw bytes, without the root's empty one; the root is `[]`. */
export type DomainName = readonly Uint8Array[];

export interface Question {
  readonly name: DomainName;
  readonly type: number;
}

export interface ResourceRecord {
  readonly owner: DomainName;
  readonly type: number;
  readonly class: number;
  /** Seconds. */
  readonly ttl: number;
  /** As received, with compressed names written out and their case kept (RFC 3597 §4). */
  readonly rdata: Uint8Array;
}

/** Extended DNS error (RFC 8914). */
export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

export interface Edns {
  readonly udpSize: number;
  readonly version: number;
  readonly dnssecOk: boolean;
  readonly extendedErrors: readonly ExtendedError[];
}

export interface Message {
  readonly id: number;
  readonly opcode: number;
  readonly isResponse: boolean;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionDesired: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticData: boolean;
  readonly checkingDisabled: boolean;
  /** With the upper bits of EDNS (RFC 6891 §6.1.3) where there is an OPT record. */
  readonly rcode: number;
  readonly questions: readonly (Question & { readonly class: number })[];
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** Without the OPT record, which is `edns`. */
  readonly additionals: readonly ResourceRecord[];
  readonly edns: Edns | null;
}

export interface DnsAnswer {
  readonly message: Message;
  /** As the person named it: `udp://127.0.0.1:53`. */
  readonly server: string;
  readonly milliseconds: number;
}

/** Why no answer came. Every one of these is "not determined", never "does not exist". */
export type DnsFailureReason =
  | 'timeout'
  | 'unreachable'
  | 'refused-connection'
  | 'malformed'
  | 'wrong-question'
  | 'truncated'
  | 'tls-failed'
  | 'http-failed'
  | 'no-http2'
  | 'cancelled'
  | 'no-resolver';

export interface DnsFailure {
  readonly reason: DnsFailureReason;
  readonly server: string | null;
  readonly milliseconds: number;
}

export type DnsOutcome =
  | { readonly ok: true; readonly answer: DnsAnswer }
  | { readonly ok: false; readonly failure: DnsFailure };

/**
 * Asks one question with RD, DO and CD set, over whatever transport and servers it was made with.
 * Never throws for what the network does.
 */
export type Exchange = (question: Question, signal?: AbortSignal) => Promise<DnsOutcome>;
