import { en } from '../../../../shared/words/en.ts';
import { sourceName } from '../sourceWords.ts';
import type { SettingRow } from '../../../../shared/contract/tenant.ts';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

export interface SettingGroup {
  readonly entry: SourceEntry;
  readonly rows: readonly SettingRow[];
}

/** What a setting means; `null`: there are no words for it. */
export function meaningOf({ source, name }: SettingRow, t: Words): string | null {
  const id = `tenant.meaning.${source}.${name}`;
  return Object.hasOwn(en, id) ? t(id as WordId) : null;
}

/** The value in words. A setting that is not set is never called off. */
export function valueText({ value, present }: SettingRow, t: Words): string {
  if (!present) return t('tenantPages.value.absent');
  if (value === null) return t('tenantPages.value.not-set');
  if (value === true) return t('tenantPages.value.on');
  if (value === false) return t('tenantPages.value.off');
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

/** Settings by source, in the order of the sources; those that have every word of `find` in them. */
export function groupSettings(
  sources: readonly SourceEntry[],
  settings: readonly SettingRow[],
  find: string,
  t: Words,
): readonly SettingGroup[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const rowsOf = Map.groupBy(settings, ({ source }) => source);
  return sources.flatMap((entry) => {
    const rows = (rowsOf.get(entry.id) ?? []).filter((row) => {
      if (words.length === 0) return true;
      const text = [
        sourceName(row.source, t),
        row.subject ?? '',
        row.property,
        valueText(row, t),
        meaningOf(row, t) ?? '',
      ]
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return rows.length === 0 ? [] : [{ entry, rows }];
  });
}
