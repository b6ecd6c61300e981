import { isRecord } from '../../../shared/tenant/readRecord.ts';
import { failed } from '../microsoft/failure.ts';
import { parsed, refusalOf } from './graphErrors.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { CallFailure, Outcome } from '../microsoft/failure.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';

/** The answer to one path of a batch. */
export type BatchEntry =
  | { readonly ok: true; readonly body: RawRecord }
  | { readonly ok: false; readonly failure: CallFailure };

interface Part {
  readonly status: number;
  readonly wait: number | null;
  readonly body: unknown;
}

const roundsMax = 4;
const waitUsual = 5_000;

/**
 * Sends a batch, and the parts again that were throttled or that Graph could not answer just then
 * (each has a status of its own), after the longest wait that they ask for.
 */
export async function readBatch(
  paths: readonly string[],
  send: (paths: readonly string[]) => Promise<Outcome<Answer>>,
  pause: (milliseconds: number) => void,
): Promise<Outcome<readonly BatchEntry[]>> {
  const entries = new Map<string, BatchEntry>();
  let open = paths;
  for (let round = 1; open.length > 0; round += 1) {
    const outcome = await send(open);
    if (!outcome.ok) return outcome;
    const { status, text, requestId } = outcome.value;
    if (status !== 200) return { ok: false, failure: refusalOf(status, text, requestId) };
    const parts = partsOf(text);
    if (parts === null) return failed('unexpected-answer', { status, requestId });
    const again: string[] = [];
    let wait = 0;
    for (const [index, path] of open.entries()) {
      const part = parts.get(String(index));
      if (part !== undefined && isPassing(part.status) && round < roundsMax) {
        again.push(path);
        wait = Math.max(wait, part.wait ?? waitUsual);
      } else entries.set(path, entryOf(part, requestId));
    }
    if (again.length > 0) pause(wait);
    open = again;
  }
  return {
    ok: true,
    value: paths.map((path) => entries.get(path) ?? failed('unexpected-answer')),
  };
}

function isPassing(status: number): boolean {
  return status === 429 || status === 503 || status === 504;
}

function entryOf(part: Part | undefined, requestId: string | null): BatchEntry {
  if (part === undefined) return failed('unexpected-answer', { requestId });
  const { status, body } = part;
  if (status === 200 && isRecord(body)) return { ok: true, body };
  if (status === 429) return failed('throttled', { status, requestId });
  if (status >= 500) return failed('server-error', { status, requestId });
  if (status === 200) return failed('unexpected-answer', { status, requestId });
  return { ok: false, failure: refusalOf(status, JSON.stringify(body ?? null), requestId) };
}

/** By the id that the batch gave them: answers come in any order. */
function partsOf(text: string): ReadonlyMap<string, Part> | null {
  const body = parsed(text);
  if (!isRecord(body) || !Array.isArray(body['responses'])) return null;
  const parts = (body['responses'] as readonly unknown[]).filter(isRecord).map((part) => {
    const headers = isRecord(part['headers']) ? part['headers'] : {};
    const after = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after');
    const seconds = Number(after?.[1]);
    return [
      String(part['id']),
      {
        status: Number(part['status']),
        wait: Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 180) * 1000 : null,
        body: part['body'],
      },
    ] as const;
  });
  return new Map(parts);
}
