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

/** Gathers certificates and notes while a container is read. */
export interface Gathered {
  /** Opens PKCS#12; `null`: none was given. */
  readonly password: string | null;
  readonly certificates: Buffer[];
  readonly notes: Map<FileNote['code'], number>;
  absence: AppError | null;
}

export function gathered(password: string | null): Gathered {
  return { password, certificates: [], notes: new Map(), absence: null };
}

export function note(into: Gathered, code: FileNote['code'], count = 1): void {
  into.notes.set(code, (into.notes.get(code) ?? 0) + count);
}
