import { isRecord } from '../../../shared/tenant/readRecord.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';

export interface CmdletPage {
  readonly records: readonly RawRecord[];
  readonly warnings: readonly string[];
  /** `@odata.nextLink`. */
  readonly next: string | null;
}

/** Of a cmdlet's answer and of its further pages; the tenant may stand there by id or by domain. */
export const invokePath = /^\/adminapi\/beta\/[\w.-]{1,255}\/InvokeCommand(?:\?[\x21-\x7e]*)?$/i;

/**
 * Path and query of the next page; `null` where the link leads to another host than those (the
 * cloud's own and its region) or to something else. The token goes along.
 */
export function nextPath(link: string, origins: readonly string[]): string | null {
  const url = URL.parse(link);
  if (url === null || !origins.includes(url.origin) || url.username !== '') return null;
  const path = url.pathname + url.search;
  return invokePath.test(path) ? path : null;
}

/** `null`: not an answer of the admin API. Entries that are `null` are none. */
export function readPage(text: string): CmdletPage | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(body) || !Array.isArray(body['value'])) return null;
  const values = body['value'] as readonly unknown[];
  const records = values.filter(isRecord);
  if (records.length !== values.filter((value) => value !== null).length) return null;
  const warnings = body['@adminapi.warnings'];
  const next = body['@odata.nextLink'];
  return {
    records,
    warnings: Array.isArray(warnings)
      ? (warnings as unknown[]).filter((warning) => typeof warning === 'string')
      : [],
    next: typeof next === 'string' && next !== '' ? next : null,
  };
}
