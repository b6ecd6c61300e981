import { createCsvReader } from '../../../../shared/csv/createCsvReader.ts';
import { isRecord } from '../../../../shared/tenant/readRecord.ts';
import { createTextDecoding } from './decodeText.ts';
import { failure, success } from '../../../../shared/errors.ts';
import {
  inventoryMapping,
  readInstallation,
  readSmtpClient,
  smtpClientsMapping,
} from './columns.ts';
import { lacking } from '../cmdletSource.ts';
import { createMarkCollector } from './tenantMarks.ts';
import { kindOfEmptyList, recognizePrinted } from './recognize.ts';
import type { CsvRecord } from '../../../../shared/csv/createCsvReader.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { PrintedKind } from './recognize.ts';
import type { TenantMarks } from './tenantMarks.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** What a file gave for one source. */
export interface ImportedSource {
  readonly id: SourceId;
  /** A list, or one value. */
  readonly data: unknown;
  readonly records: number;
  /** Our names of properties that were not there or can't be read. */
  readonly missing: readonly string[];
  /** What was no record of this kind. */
  readonly skipped: number;
}

export interface ImportedFile {
  readonly name: string;
  readonly sources: readonly ImportedSource[];
  /** Of which tenant the records tell that they are. */
  readonly marks: TenantMarks;
}

/** A JSON has to be read as a whole: 100,000 mailboxes with every property stay below it. */
const jsonBytesMax = 512 * 1024 * 1024;

/**
 * Reads one file of a tenant. CSV is taken as a stream, whatever its size; JSON is recognised by what it
 * holds, also where several cmdlets' output was put into one object.
 *
 * Errors: `file-empty`, `file-too-large`, `import-malformed`, `import-not-recognized`,
 * `import-domain-missing`, `cancelled`.
 */
export async function readImport(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<Result<ImportedFile>> {
  const decoding = createTextDecoding();
  let text = '';
  let csv: CsvImport | null = null;
  let bytes = 0;

  function take(piece: string): void {
    if (csv !== null) csv.write(piece);
    else {
      text += piece;
      const first = /^[\s\ufeff]*(\S)/.exec(text)?.[1];
      if (first === undefined || first === '{' || first === '[') return;
      csv = createCsvImport();
      csv.write(text);
      text = '';
    }
  }

  for await (const chunk of chunks) {
    if (signal.aborted) return failure('cancelled');
    bytes += chunk.length;
    if (csv === null && bytes > jsonBytesMax)
      return failure('file-too-large', { name, size: bytes, limit: jsonBytesMax });
    take(decoding.write(chunk));
  }
  take(decoding.end());
  const reader = csv as CsvImport | null;
  if (reader !== null) return reader.end(name);
  return text.trim() === '' ? failure('file-empty', { name }) : readJson(name, text);
}

function readJson(name: string, text: string): Result<ImportedFile> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : '';
    return failure('import-malformed', { name, format: 'json', problem });
  }
  const found = isEmpty(value) ? emptyListOf(name) : printedIn(value);
  if (found.length === 0) return failure('import-not-recognized', { name });
  const parts = found.map(({ kind, records }) => readPrinted(kind, records));
  if (parts.every(({ isStray }) => isStray)) return failure('import-domain-missing', { name });
  const sources = parts.map(({ source }) => source);
  const collector = createMarkCollector();
  for (const { records } of found) for (const record of records) collector.see(record);
  return success({ name, sources, marks: collector.marks() });
}

/** `[]`, and the `[null]` that some tools make of it. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => one === null);
}

function emptyListOf(name: string): readonly Printed[] {
  const kind = kindOfEmptyList(name);
  return kind === null ? [] : [{ kind, records: [] }];
}

interface Printed {
  readonly kind: PrintedKind;
  readonly records: readonly RawRecord[];
}

/** The output of one cmdlet, or of several as the values of an object. `[null]` is an empty list. */
function printedIn(value: unknown): readonly Printed[] {
  const own = printedBy(value);
  if (own !== null) return [own];
  if (!isRecord(value)) return [];
  return Object.values(value).flatMap((part) => printedBy(part) ?? []);
}

function printedBy(value: unknown): Printed | null {
  const unboxed = isRecord(value) && Array.isArray(value['value']) ? value['value'] : value;
  const list = (Array.isArray(unboxed) ? unboxed : [unboxed]) as readonly unknown[];
  const records = list.filter(isRecord);
  const kind = recognizePrinted(Object.keys(records[0] ?? {}));
  return kind === null ? null : { kind, records };
}

/** `isStray`: there are records, and none says of which domain it is. */
function readPrinted(
  kind: PrintedKind,
  records: readonly RawRecord[],
): { readonly source: ImportedSource; readonly isStray: boolean } {
  const reader = kind.reader();
  const read = records.map((record) => reader.read(record)).filter((record) => record !== null);
  const source = {
    id: kind.id,
    data: kind.shape === 'one' ? (read[0] ?? null) : read,
    records: kind.shape === 'one' ? Math.min(1, read.length) : read.length,
    missing: lacking(reader),
    skipped: reader.skipped,
  };
  return { source, isStray: areStrays(reader, read.length) };
}

function areStrays(reader: ReturnType<PrintedKind['reader']>, read: number): boolean {
  return read === 0 && 'strays' in reader && reader.strays > 0 && reader.strays === reader.skipped;
}

interface CsvImport {
  write(text: string): void;
  end(name: string): Result<ImportedFile>;
}

interface CsvTable {
  readonly id: SourceId;
  readonly one: boolean;
  /** `null`: nothing in this line. */
  read(record: CsvRecord): unknown;
  missing(): readonly string[];
  areStrays(rows: number): boolean;
}

function tableOf(columns: readonly string[]): CsvTable | null {
  const clients = smtpClientsMapping(columns);
  if (clients !== null)
    return {
      id: 'smtpAuthClients',
      one: false,
      read: (record) => readSmtpClient(record, clients),
      missing: () => [],
      areStrays: () => false,
    };
  const printed = recognizePrinted(columns);
  if (printed !== null) {
    const reader = printed.reader();
    return {
      id: printed.id,
      one: printed.shape === 'one',
      read: (record) => reader.read(record),
      missing: () => lacking(reader),
      areStrays: (rows) => areStrays(reader, rows),
    };
  }
  const inventory = inventoryMapping(columns);
  if (inventory === null) return null;
  return {
    id: 'outlookInventory',
    one: false,
    read: (record) => readInstallation(record, inventory),
    missing: () => [],
    areStrays: () => false,
  };
}

function createCsvImport(): CsvImport {
  let table: CsvTable | null = null;
  const rows: unknown[] = [];
  const collector = createMarkCollector();
  let skipped = 0;
  const reader = createCsvReader(
    (record) => {
      if (table === null) return;
      const row = table.read(record);
      if (row === null) skipped += 1;
      else rows.push(row);
      collector.see(record);
    },
    (columns) => (table = tableOf(columns)),
  );
  return {
    write: (text) => reader.write(text),
    end(name) {
      const { problem } = reader.end();
      if (table === null) return failure('import-not-recognized', { name });
      if (problem !== null) return failure('import-malformed', { name, format: 'csv', problem });
      if (table.areStrays(rows.length)) return failure('import-domain-missing', { name });
      const { id, one } = table;
      const data = one ? (rows[0] ?? null) : rows;
      const records = one ? Math.min(1, rows.length) : rows.length;
      const source = { id, data, records, missing: table.missing(), skipped };
      return success({ name, sources: [source], marks: collector.marks() });
    },
  };
}
