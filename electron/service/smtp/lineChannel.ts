import type { Duplex } from 'node:stream';
import { Interruption } from './interruption.ts';
import type { Transcript } from './transcript.ts';

/** Octets of one line. RFC 5321 §4.5.3.1.5 allows 512; servers exceed it with long extensions. */
const lineOctetsMax = 4096;
/** Octets that a server may send in one conversation before TLS. */
const octetsMax = 256 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Lines of text over a stream, until TLS takes it over. */
export interface LineChannel {
  /** The next line without its end, an octet a character. Throws `Interruption`. */
  line(): Promise<string>;
  send(text: string): void;
  /** Stops reading. True: something had been received that nobody asked for. */
  release(): boolean;
}

export function createLineChannel(stream: Duplex, transcript: Transcript): LineChannel {
  let held = Buffer.alloc(0);
  let received = 0;
  let problem: Interruption | null = null;
  let waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;

  function takeLine(): string | null {
    const end = held.indexOf(lineFeed);
    if (end < 0) return null;
    const hasReturn = end > 0 && held[end - 1] === carriageReturn;
    const text = held.toString('latin1', 0, hasReturn ? end - 1 : end);
    held = held.subarray(end + 1);
    transcript.add('server', text);
    return text;
  }

  function serve(): void {
    if (waiting === null) return;
    const { resolve, reject } = waiting;
    const text = takeLine();
    if (text !== null) {
      waiting = null;
      resolve(text);
    } else if (problem !== null) {
      waiting = null;
      reject(problem);
    }
  }

  function fail(interruption: Interruption): void {
    problem ??= interruption;
    stream.off('data', onData);
    serve();
  }

  function onData(chunk: Buffer): void {
    received += chunk.length;
    held = Buffer.concat([held, chunk]);
    const end = held.indexOf(lineFeed);
    if ((end < 0 ? held.length : end) > lineOctetsMax) {
      fail(new Interruption('not-understood', 'a line without end'));
    } else if (received > octetsMax) {
      fail(new Interruption('not-understood', 'too much text'));
    } else {
      serve();
    }
  }

  const onEnd = (): void => fail(new Interruption('closed'));
  const onError = (error: Error): void => fail(new Interruption('closed', error.message));
  stream.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);

  return {
    line() {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        serve();
      });
    },
    send(text) {
      transcript.add('client', text);
      if (stream.writable) stream.write(`${text}\r\n`);
    },
    release() {
      stream.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      return held.length > 0;
    },
  };
}
