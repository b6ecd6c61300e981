/**
 * CSV as reports, `Export-Csv` and spreadsheets write it (RFC 4180 and what is seen beside it): commas,
 * semicolons or tabs, any line ends, quotes round cells, a byte order mark, and Excel's `sep=;`.
 * Text is taken in pieces of any size; memory holds one row.
 */

export interface CsvParser {
  write(text: string): void;
  end(): CsvEnd;
}

export interface CsvEnd {
  /** Rows that were handed on. */
  readonly rows: number;
  /**
   * `quote-open`: the text ended inside quotes, so that its last row is not whole; `cell-too-long`:
   * reading stopped there.
   */
  readonly problem: 'quote-open' | 'cell-too-long' | null;
}

const delimiters = [',', ';', '\t'] as const;
/** A cell longer than this is a file of another kind, or quotes that never close. */
const cellLengthMax = 1024 * 1024;

/** Empty lines are no rows. */
export function createCsvParser(onRow: (cells: readonly string[]) => void): CsvParser {
  /** Until the first line is whole, and the delimiter known. */
  let head: string | null = '';
  let delimiter = ',';
  let cells: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start';
  let isAfterReturn = false;
  let rows = 0;
  let problem: CsvEnd['problem'] = null;

  function endCell(): void {
    cells.push(cell);
    cell = '';
    state = 'start';
  }

  function endRow(): void {
    if (cells.length === 0 && cell === '' && state === 'start') return;
    endCell();
    rows += 1;
    const row = cells;
    cells = [];
    onRow(row);
  }

  /** The end of the stretch from `at` that has no meaning but its own. */
  function plainEnd(text: string, at: number): number {
    for (let index = at; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 10 || code === 13 || text[index] === delimiter) return index;
    }
    return text.length;
  }

  function take(text: string, from: number, to: number): number {
    cell += text.slice(from, to);
    if (cell.length > cellLengthMax) problem = 'cell-too-long';
    return to;
  }

  function quoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    if (quote < 0) return take(text, at, text.length);
    take(text, at, quote);
    state = 'quote-in-quoted';
    return quote + 1;
  }

  function outside(text: string, at: number): number {
    const char = text[at];
    if (char === '\n' && isAfterReturn) {
      isAfterReturn = false;
      return at + 1;
    }
    isAfterReturn = char === '\r';
    if (char === '\r' || char === '\n') endRow();
    else if (char === delimiter) endCell();
    else if (char === '"' && state === 'start') state = 'quoted';
    else if (char === '"' && state === 'quote-in-quoted') {
      cell += '"';
      state = 'quoted';
    } else {
      state = 'plain';
      return take(text, at, plainEnd(text, at));
    }
    return at + 1;
  }

  function parse(text: string): void {
    for (let at = 0; at < text.length;) {
      at = state === 'quoted' ? quoted(text, at) : outside(text, at);
      if (problem !== null) return;
    }
  }

  function begin(): void {
    const text = (head ?? '').replace(/^\ufeff/, '');
    head = null;
    const told = /^"?sep=([,;\t])"?(?:\r\n?|\n|$)/i.exec(text);
    delimiter = told?.[1] ?? likelyDelimiter(text);
    parse(told === null ? text : text.slice(told[0].length));
  }

  return {
    write(text) {
      if (problem !== null) return;
      if (head === null) {
        parse(text);
        return;
      }
      head += text;
      if (head.length > cellLengthMax || /[^\r\n\ufeff][^\r\n]*[\r\n]/.test(head)) begin();
    },
    end() {
      if (head !== null) begin();
      if (problem === null && state === 'quoted') problem = 'quote-open';
      if (problem === null) endRow();
      return { rows, problem };
    },
  };
}

/** The one that stands most often in the first line, outside quotes. */
function likelyDelimiter(text: string): string {
  const line = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  const most = Math.max(...counts);
  return delimiters.find((_, index) => counts[index] === most) ?? ',';
}
