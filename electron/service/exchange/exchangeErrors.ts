import { isRecord } from '../../../shared/tenant/readRecord.ts';
import { failed } from '../microsoft/failure.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { CallFailure } from '../microsoft/failure.ts';

const detailMax = 1000;

/** What Exchange says of an error behind its own, which is always the same sentence. */
interface ExchangeError {
  /** Type of the exception, without its namespace. */
  readonly type: string | null;
  readonly message: string | null;
}

/**
 * The error's true text: of the innermost exception, else what stands last in
 * `Ex6F9304|Type|text` of the details, else the general sentence.
 */
function readError(text: string): ExchangeError {
  const error = errorOf(text);
  if (error === null) return { type: null, message: null };
  const inner = record(record(error['innererror'])['internalexception']);
  const details = Array.isArray(error['details']) ? (error['details'] as unknown[]) : [];
  const parts = details
    .map((detail) => textOf(record(detail)['message']))
    .find((message) => message !== null)
    ?.split('|');
  const type = textOf(inner['type']) ?? (parts !== undefined && parts.length > 2 ? parts[1] : null);
  const message = textOf(inner['message']) ?? parts?.at(-1) ?? textOf(error['message']);
  return {
    type: type?.split('.').at(-1) ?? null,
    message: message?.slice(0, detailMax) ?? null,
  };
}

function errorOf(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && isRecord(body['error']) ? record(body['error']) : null;
  } catch {
    return null;
  }
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Why an answer that is neither 2xx nor 401, 429 or 5xx gave nothing. */
export function exchangeFailure(answer: Answer): CallFailure {
  const { status, headers, text, requestId } = answer;
  const { type, message } = readError(text);
  const known = { status, requestId, code: type };
  if (status === 403) {
    // NUL bytes in place of a text: the cmdlet is unknown, or not in this administrator's roles.
    const detail = message ?? headers.get('x-ms-diagnostics')?.slice(0, detailMax) ?? null;
    return failed('role-missing', { ...known, detail }).failure;
  }
  if (message !== null && /expired or invalid pagination/i.test(message))
    return failed('pages-expired', { ...known, detail: message }).failure;
  return failed('request-refused', { ...known, detail: message }).failure;
}
