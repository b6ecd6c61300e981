/**
 * Text of a file in whatever encoding PowerShell or a spreadsheet chose: UTF-8 with or without a byte
 * order mark, UTF-16 of either order (Windows PowerShell's redirection and `Out-File`), else Windows-1252.
 */
export interface TextDecoding {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Told by the beginning, so that a file is decoded as it comes. */
export function createTextDecoding(): TextDecoding {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let head: Uint8Array = new Uint8Array();
  const headMax = 4096;

  function begin(): string {
    decoder = new TextDecoder(encodingOf(head));
    const text = decoder.decode(head, { stream: true });
    head = new Uint8Array();
    return text;
  }

  return {
    write(bytes) {
      if (decoder !== null) return decoder.decode(bytes, { stream: true });
      head = Buffer.concat([head, bytes]);
      return head.length < headMax ? '' : begin();
    },
    end() {
      const text = decoder === null ? begin() : '';
      return text + (decoder?.decode() ?? '');
    },
  };
}

function encodingOf(head: Uint8Array): string {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // Without a mark: every other byte of Latin text is zero.
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  return isUtf8(head) ? 'utf-8' : 'windows-1252';
}

/** A character that the end of the head cuts in two is no fault of its encoding. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
