import type { TranscriptLine } from './types.ts';

/** Lines kept of one connection, and characters of each: evidence, not a recording. */
const linesMax = 200;
const textMax = 300;

/** Without control characters, those that turn text around, and without end. */
export function plainText(text: string, max = textMax): string {
  const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{fffd}');
  return visible.length > max ? `${visible.slice(0, max)}…` : visible;
}

export interface Transcript {
  add(from: TranscriptLine['from'], text: string): void;
  readonly lines: () => readonly TranscriptLine[];
}

export function createTranscript(): Transcript {
  const started = performance.now();
  const lines: TranscriptLine[] = [];
  return {
    add(from, text) {
      if (lines.length >= linesMax) return;
      lines.push({
        from,
        text: plainText(text),
        milliseconds: Math.round(performance.now() - started),
      });
    },
    lines: () => lines,
  };
}
