import { createCsvParser } from './createCsvParser.ts';
import type { CsvEnd } from './createCsvParser.ts';

export type CsvRecord = Readonly<Record<string, string>>;

export interface CsvReader {
  write(text: string): void;
  end(): CsvReaderEnd;
}

export interface CsvReaderEnd {
  /** Names of the columns; empty when there is no first line. */
  readonly columns: readonly string[];
  /** Records that were handed on. */
  readonly records: number;
  readonly problem: CsvEnd['problem'];
}

const columnsMax = 1000;

/**
 * Records by the names of the first line. A cell that a row lacks is not in its record; cells beyond
 * the columns are dropped. The line `#TYPE …` of Windows PowerShell's `Export-Csv` is no first line.
 */
export function createCsvReader(
  onRecord: (record: CsvRecord) => void,
  onColumns: (columns: readonly string[]) => void = () => {},
): CsvReader {
  let columns: readonly string[] | null = null;
  let records = 0;
  const parser = createCsvParser((cells) => {
    if (columns === null) {
      if (cells[0]?.startsWith('#TYPE ') === true) return;
      columns = cells.slice(0, columnsMax).map((name) => name.trim());
      onColumns(columns);
      return;
    }
    const record: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [index, name] of columns.entries()) {
      const value = cells[index];
      if (value !== undefined && name !== '' && !(name in record)) record[name] = value;
    }
    records += 1;
    onRecord(record);
  });
  return {
    write: (text) => parser.write(text),
    end() {
      const { problem } = parser.end();
      return { columns: columns ?? [], records, problem };
    },
  };
}
