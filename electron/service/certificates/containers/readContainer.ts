import { assertNever } from '../../../../shared/assertNever.ts';
import { appError, failure, success } from '../../../../shared/errors.ts';
import { certificatesOfSignedData } from './signedData.ts';
import { certificatesOfStore, isSerializedStore } from './serializedStore.ts';
import { decodeBase64, holdsPem, pemBlocks } from '../pemBlocks.ts';
import { DerError, readTlv, wholeOf } from '../der.ts';
import { derKind } from './derKind.ts';
import { fileText } from './fileText.ts';
import { add, gathered, note } from './container.ts';
import { readPkcs12 } from '../pkcs12/readPkcs12.ts';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { Container, Gathered, Opening } from './container.ts';
import type { ContainerFormat } from '../../../../shared/contract/certificates.ts';
import type { PemBlock } from '../pemBlocks.ts';
import type { Tlv } from '../der.ts';

/** Finds what kind of export the bytes are, by content alone, and takes the certificates out. */
export async function readContainer(
  bytes: Buffer,
  opening: Opening,
): Promise<Result<Container> | 'too-long-here'> {
  const into = gathered(opening);
  const format = await fill(bytes, into);
  if (!format.ok) return format;
  const { certificates, notes, absence, tooLong } = into;
  return tooLong && absence?.code !== 'pkcs12-iterations-too-many'
    ? 'too-long-here'
    : success({ format: format.value, certificates, notes, absence });
}

async function fill(bytes: Buffer, into: Gathered): Promise<Result<ContainerFormat>> {
  if (isSerializedStore(bytes)) return readStore(bytes, into);
  if (looksLikeDer(bytes)) return success(await readDer(bytes, into));
  const text = fileText(bytes);
  if (text === null) return failure('certificate-not-recognized');
  if (holdsPem(text)) return success(await readPem(text, into));
  const trimmed = text.trim();
  if (trimmed === '') return failure('file-empty');
  if (isHtml(trimmed)) return failure('certificate-html');
  const decoded = decodeBase64(trimmed);
  if (decoded === null || !looksLikeDer(decoded)) return failure('certificate-not-recognized');
  return success(await readDer(decoded, into));
}

/**
 * A SEQUENCE whose length takes octets of its own, as that of anything signed does. A short one has to
 * fill the file: text may begin with the same octets.
 */
function looksLikeDer(bytes: Buffer): boolean {
  const [tag, length = 0] = bytes;
  if (tag !== 0x30) return false;
  return length < 0x80 ? bytes.length === length + 2 : length <= 0x84;
}

/** A page of the web, also with a comment or an XML declaration in front. */
function isHtml(text: string): boolean {
  return /^(?:<(?:\?xml|!--)[^>]{0,500}>\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 2000),
  );
}

function readStore(bytes: Buffer, into: Gathered): Result<ContainerFormat> {
  const store = certificatesOfStore(bytes);
  if (store === null) return failure('store-malformed');
  add(into, store.certificates);
  if (store.others > 0) note(into, 'block-skipped', store.others);
  return success('sst');
}

/** One structure or several, one after the other. */
async function readDer(bytes: Buffer, into: Gathered): Promise<ContainerFormat> {
  let format: ContainerFormat = 'der';
  for (let at = 0; at < bytes.length;) {
    const rest = bytes.subarray(at);
    if (at > 0 && !looksLikeDer(rest)) {
      if (rest.some((octet) => octet !== 0 && octet !== 0x0a && octet !== 0x0d)) {
        note(into, 'block-skipped');
      }
      break;
    }
    const element = elementOf(rest, into);
    if (element === null) break;
    format = (await readElement(rest, element, into)) ?? format;
    at += element.end;
  }
  return format;
}

function elementOf(bytes: Buffer, into: Gathered): Tlv | null {
  try {
    return readTlv(bytes, 0, bytes.length, 'ber');
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const code = error.truncated ? 'certificate-truncated' : 'certificate-not-recognized';
    setAside(into, appError(code));
    return null;
  }
}

/** Something without a certificate in it: an error if nothing else is found, a note if something is. */
function setAside(into: Gathered, error: AppError): void {
  into.absence ??= error;
  note(into, 'block-skipped');
}

async function readElement(
  bytes: Buffer,
  element: Tlv,
  into: Gathered,
): Promise<ContainerFormat | null> {
  const kind = derKind(bytes, element);
  switch (kind) {
    case 'certificate':
      into.certificates.push(wholeOf(bytes, element));
      return null;
    case 'request':
      into.absence ??= appError('certificate-request');
      note(into, 'request-skipped');
      return null;
    case 'private-key':
      note(into, 'private-key-discarded');
      return null;
    case 'pkcs7':
      return readPkcs7(bytes, element, into);
    case 'pkcs12': {
      const opened = await readPkcs12(bytes, element, into);
      if (!opened.ok) setAside(into, opened.error);
      return 'pkcs12';
    }
    case 'other':
      setAside(into, appError('certificate-none-found'));
      return null;
    default:
      return assertNever(kind, 'kind of structure');
  }
}

function readPkcs7(bytes: Buffer, element: Tlv, into: Gathered): ContainerFormat {
  try {
    const found = certificatesOfSignedData(bytes, element);
    if (found === null) {
      setAside(into, appError('certificate-none-found'));
    } else {
      add(into, found.certificates);
      if (found.others > 0) note(into, 'certificate-skipped', found.others);
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    setAside(into, appError('pkcs7-malformed'));
  }
  return 'pkcs7';
}

async function readPem(text: string, into: Gathered): Promise<ContainerFormat> {
  const formats = new Set<ContainerFormat>();
  for (const block of pemBlocks(text)) formats.add(await readBlock(block, into));
  const [only, ...others] = formats;
  return only !== undefined && others.length === 0 ? only : 'pem';
}

async function readBlock(block: PemBlock, into: Gathered): Promise<ContainerFormat> {
  switch (block.kind) {
    case 'private-key':
      note(into, 'private-key-discarded');
      return 'pem';
    case 'truncated':
      setAside(into, appError('certificate-truncated', { line: block.line }));
      return 'pem';
    case 'damaged':
      setAside(into, appError('pem-malformed', { line: block.line }));
      return 'pem';
    case 'block': {
      const element = elementOf(block.bytes, into);
      // Windows' certutil writes `CERTIFICATE` around whatever it encodes: the content decides.
      // OpenSSL's `TRUSTED CERTIFICATE` has its own trust settings after the certificate.
      return (element && (await readElement(block.bytes, element, into))) ?? 'pem';
    }
    default:
      return assertNever(block, 'PEM block');
  }
}
