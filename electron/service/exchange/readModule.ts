import { isRecord } from '../../../shared/tenant/readRecord.ts';

/** The cmdlets that the answer of `EXOModuleFile` lists; `null`: it lists none. */
export function readModule(text: string): ReadonlySet<string> | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const value = isRecord(body) ? body['value'] : null;
  const entries = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isRecord);
  const lists = entries.map((entry) => entry['exportedCmdlets']);
  const names = lists.flatMap((list) =>
    typeof list === 'string' ? list.split(',') : (list ?? []),
  );
  const cmdlets = names.filter((name) => typeof name === 'string').map((name) => name.trim());
  return lists.some((list) => list !== undefined) ? new Set(cmdlets) : null;
}
