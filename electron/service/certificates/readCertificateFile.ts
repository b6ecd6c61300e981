import { arrangeChains } from './arrangeChains.ts';
import { certificateFileBytesMax, certificatesPerFileMax } from '../../../shared/limits.ts';
import { DerError } from './der.ts';
import { describeCertificate } from './describeCertificate.ts';
import { failure, success } from '../../../shared/errors.ts';
import { parseCertificate } from './parseCertificate.ts';
import { readContainer } from './containers/readContainer.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type {
  Certificate,
  CertificateFile,
  FileNote,
} from '../../../shared/contract/certificates.ts';
import type { Container } from './containers/container.ts';
import type { ParsedCertificate } from './parseCertificate.ts';
import type { Ports } from '../ports.ts';

export interface ReadingContext {
  readonly signal: AbortSignal;
  readonly host: Ports['host'];
}

/**
 * Reads one export of any kind: PEM, DER, PKCS#7, PKCS#12, serialized store.
 * @param name the file's name, for messages.
 * @param password of a PKCS#12 file; `null` when none was given.
 */
export async function readCertificateFile(
  bytes: Uint8Array,
  name: string,
  password: string | null,
  _context: ReadingContext,
): Promise<Result<CertificateFile>> {
  const { length } = bytes;
  if (length === 0) return failure('file-empty', { name });
  if (length > certificateFileBytesMax) {
    return failure('file-too-large', { name, size: length, limit: certificateFileBytesMax });
  }
  const container = await readContainer(
    Buffer.from(bytes.buffer, bytes.byteOffset, length),
    password,
  );
  const file = container.ok ? certificateFile(container.value, name) : container;
  return file.ok ? file : named(file.error, name);
}

function named({ code, params }: AppError, name: string): Result<never> {
  return failure(code, { name, ...params });
}

function certificateFile(container: Container, name: string): Result<CertificateFile> {
  const distinct = new Map(container.certificates.map((der) => [der.toString('latin1'), der]));
  if (distinct.size === 0) {
    return { ok: false, error: container.absence ?? absenceOf(container) };
  }
  if (distinct.size > certificatesPerFileMax) {
    return failure('certificate-too-many', { count: distinct.size, limit: certificatesPerFileMax });
  }
  const { parsed, broken } = parseAll([...distinct.values()]);
  if (parsed.length === 0) {
    return failure(broken?.truncated === true ? 'certificate-truncated' : 'certificate-malformed');
  }
  const notes = new Map(container.notes);
  addNote(notes, 'duplicates-removed', container.certificates.length - distinct.size);
  addNote(notes, 'certificate-skipped', distinct.size - parsed.length);
  const certificates = place(parsed, notes);
  return success({
    name,
    format: container.format,
    certificates,
    notes: [...notes].map(([code, count]) => ({ code, count })),
  });
}

function absenceOf({ notes }: Container): AppError {
  const code = notes.has('private-key-discarded')
    ? 'certificate-key-only'
    : 'certificate-none-found';
  return { code, params: {} };
}

function addNote(notes: Map<FileNote['code'], number>, code: FileNote['code'], count: number) {
  if (count > 0) notes.set(code, (notes.get(code) ?? 0) + count);
}

function parseAll(ders: readonly Buffer[]): {
  readonly parsed: readonly ParsedCertificate[];
  readonly broken: DerError | null;
} {
  const parsed: ParsedCertificate[] = [];
  let broken: DerError | null = null;
  for (const der of ders) {
    try {
      parsed.push(parseCertificate(der));
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      broken ??= error;
    }
  }
  return { parsed, broken };
}

function place(
  parsed: readonly ParsedCertificate[],
  notes: Map<FileNote['code'], number>,
): Certificate[] {
  const described = parsed.map(describeCertificate);
  const placements = arrangeChains(parsed);
  const leaves = placements.filter(({ role }) => role === 'leaf');
  if (leaves.length > 1) addNote(notes, 'several-leaves', leaves.length);
  if (leaves.length === 0) notes.set('no-leaf', placements.length);
  addNote(notes, 'chain-incomplete', leaves.filter(({ complete }) => !complete).length);
  for (const { extensions } of parsed) {
    const left =
      extensions.subjectAlternativeNamesTotal - extensions.subjectAlternativeNames.length;
    addNote(notes, 'names-left-out', left);
  }
  return placements.flatMap(({ index, role, issuers }) => {
    const certificate = described[index];
    if (certificate === undefined) return [];
    return {
      ...certificate,
      role,
      issuers: issuers.flatMap((issuer) => described[issuer]?.fingerprint ?? []),
    };
  });
}
