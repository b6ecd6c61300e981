import type { AppError } from '../../../../shared/errors.ts';
import type { ContainerFormat, FileNote } from '../../../../shared/contract/certificates.ts';

/** What a file holds, before its certificates are looked into. */
export interface Container {
  readonly format: ContainerFormat;
  /** DER of each certificate, in the order of the file. */
  readonly certificates: readonly Buffer[];
  readonly notes: ReadonlyMap<FileNote['code'], number>;
  /** What to say when there is no certificate; `null`: the container is sound and empty. */
  readonly absence: AppError | null;
}

/** What PKCS#12 is opened with. */
export interface Opening {
  /** `null`: none was given. */
  readonly password: string | null;
  /** Rounds of key derivation that may be computed in this thread. */
  readonly roundsMax: number;
}

/** Gathers certificates and notes while a container is read. */
export interface Gathered {
  readonly opening: Opening;
  readonly certificates: Buffer[];
  readonly notes: Map<FileNote['code'], number>;
  absence: AppError | null;
  /** Rounds of key derivation that its parts have asked for. */
  rounds: number;
  /** A password would take more rounds to check than may be computed here. */
  tooLong: boolean;
}

export function gathered(opening: Opening): Gathered {
  return { opening, certificates: [], notes: new Map(), absence: null, rounds: 0, tooLong: false };
}

export function note(into: Gathered, code: FileNote['code'], count = 1): void {
  into.notes.set(code, (into.notes.get(code) ?? 0) + count);
}

/** One by one: a spread of very many would not fit on the stack. */
export function add(into: Gathered, certificates: readonly Buffer[]): void {
  for (const certificate of certificates) into.certificates.push(certificate);
}
