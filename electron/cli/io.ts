/**
 * What a command takes from the process it runs in, so that tests need none. Files are read by path
 * through Node, relative to the working directory.
 */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** Of the app. */
  readonly version: string;
  /** Aborted by Ctrl+C (reason `interrupted`), or when nobody reads stdout any more (`closed`). */
  readonly signal: AbortSignal;
}

export interface Sink {
  /** Resolves when more may be written. Never rejects: a reader that left aborts `Io.signal`. */
  write(text: string): Promise<void>;
}

export const interrupted = 'interrupted';
export const closed = 'closed';
