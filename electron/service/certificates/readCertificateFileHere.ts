import { hash } from 'node:crypto';
import { arrangeChains } from './arrangeChains.ts';
import { certificatesPerFileMax } from '../../../shared/limits.ts';
import { DerError, readable, readTlv } from './der.ts';
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

/**
 * Reads an export in this thread, as long as it takes. `too-long-here`: its password would take more
 * than `roundsMax` rounds to check; nothing was computed.
 * @param bytes not empty, within `certificateFileBytesMax`.
 */
export async function readCertificateFileHere(
  bytes: Uint8Array,
  name: string,
  password: string | null,
  roundsMax: number,
): Promise<Result<CertificateFile> | 'too-long-here'> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const container = await readContainer(buffer, { password, roundsMax });
  if (container === 'too-long-here') return container;
  const file = container.ok ? certificateFile(container.value, name) : container;
  return file.ok ? file : named(file.error, name);
}

function named({ code, params }: AppError, name: string): Result<never> {
  return failure(code, { name, ...params });
}

function certificateFile(container: Container, name: string): Result<CertificateFile> {
  const distinct = new Map(container.certificates.map((der) => [hash('sha256', der), der]));
  if (distinct.size === 0) {
    return { ok: false, error: container.absence ?? absenceOf(container) };
  }
  if (distinct.size > certificatesPerFileMax) {
    return failure('certificate-too-many', { count: distinct.size, limit: certificatesPerFileMax });
  }
  const ders = [...distinct.values()];
  const parsed = ders.flatMap((der) => readable(() => parseCertificate(der)) ?? []);
  if (parsed.length === 0) {
    return failure(ders.some(isCutShort) ? 'certificate-truncated' : 'certificate-malformed');
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

function isCutShort(der: Buffer): boolean {
  try {
    readTlv(der, 0, der.length, 'ber');
    return false;
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return error.truncated;
  }
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
