import { sourceName } from '../sourceWords.ts';
import type { Meanings } from './useMeanings.ts';
import type { SettingRow } from '../../../../shared/contract/tenant.ts';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { Words } from '../../../ui/words.tsx';

export interface SettingGroup {
  readonly entry: SourceEntry;
  readonly rows: readonly SettingRow[];
}

/** A setting with all that it can be found by, in lower case. */
interface FoundBy {
  readonly row: SettingRow;
  readonly text: string;
}

/** Whether it says what something is, not what is switched on. */
const statement = /^(?:is|has|protected|match|externally)(?=[A-Z])/;

/** The value in words. A setting that is not set is never called off. */
export function valueText({ name, value, present }: SettingRow, t: Words): string {
  if (!present) return t('tenantPages.value.absent');
  if (value === null) return t('tenantPages.value.not-set');
  if (typeof value === 'boolean') {
    if (statement.test(name)) return t(value ? 'tenantPages.value.yes' : 'tenantPages.value.no');
    return t(value ? 'tenantPages.value.on' : 'tenantPages.value.off');
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('tenantPages.value.none') : value.join(', ');
  }
  return String(value);
}

/** Whether the value is Microsoft's own word, not one of ours. */
export function isVerbatim({ value, present }: SettingRow): boolean {
  if (!present || value === null || typeof value === 'boolean') return false;
  return !Array.isArray(value) || value.length > 0;
}

export function toBeFound(
  settings: readonly SettingRow[],
  meaningOf: Meanings,
  t: Words,
): readonly FoundBy[] {
  return settings.map((row) => ({
    row,
    text: [
      sourceName(row.source, t),
      row.subject ?? '',
      row.property,
      valueText(row, t),
      meaningOf(row) ?? '',
    ]
      .join(' ')
      .toLowerCase(),
  }));
}

/** Settings by source, in the order of the sources; those that have every word of `find` in them. */
export function groupSettings(
  sources: readonly SourceEntry[],
  settings: readonly FoundBy[],
  find: string,
): readonly SettingGroup[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = settings.filter(({ text }) => words.every((word) => text.includes(word)));
  const rowsOf = Map.groupBy(
    found.map(({ row }) => row),
    ({ source }) => source,
  );
  return sources.flatMap((entry) => {
    const rows = rowsOf.get(entry.id);
    return rows === undefined ? [] : [{ entry, rows }];
  });
}
