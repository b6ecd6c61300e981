/** How a zone is signed by BIND's own tools. */
export interface Signing {
  /** 5, 7, 8, 10, 13, 14, 15 or 16; two of them for a zone in the middle of a change. */
  readonly algorithms: readonly number[];
  /** `csk`: one key for everything; `split`: a key-signing and a zone-signing key. */
  readonly keys: 'csk' | 'split';
  readonly denial:
    | { readonly kind: 'nsec' }
    | {
        readonly kind: 'nsec3';
        readonly iterations: number;
        /** Hex; empty: none. */
        readonly salt: string;
        readonly optOut: boolean;
      };
  readonly validity: 'current' | 'expired' | 'future';
}

/**
 * What the parent says of the zone: DS records with these digests, or something that is wrong with
 * them. `none`: no DS.
 */
export type Delegation =
  | 'none'
  | 'sha1'
  | 'sha256'
  | 'sha384'
  | 'sha1-and-sha256'
  | 'wrong-digest'
  | 'wrong-tag'
  | 'with-standby'
  | 'unknown-digest'
  | 'unknown-digest-and-sha256'
  | 'unknown-algorithm'
  | 'gost-algorithm';

/** A record a line, as `dnssec-signzone -O full` writes it. */
export type Damage = (lines: readonly string[]) => readonly string[];

export interface ZoneSpec {
  /** With final dot; the longest other zone above it is its parent. */
  readonly name: string;
  /** What it holds besides SOA, NS, and the delegations, which follow from the other zones. */
  readonly records: string;
  /** `null`: not signed. */
  readonly signing: Signing | null;
  readonly delegation: Delegation;
  /** Applied to the signed zone. */
  readonly damage?: Damage;
  /** What a validator should find wrong or right with it, in a few words. */
  readonly purpose: string;
}
