import { useMemo } from 'react';
import { pseudoLocalize } from '../../../../shared/words/pseudoLocalize.ts';
import { tenantMeanings } from '../../../../shared/words/en/tenantMeanings.ts';
import { useSettings } from '../../../app/settings.ts';
import type { SettingRow } from '../../../../shared/contract/tenant.ts';

/** What a setting means; `null`: there are no words for it. */
export type Meanings = (row: Pick<SettingRow, 'source' | 'name'>) => string | null;

export function useMeanings(): Meanings {
  const { locale } = useSettings();
  return useMemo(() => {
    const words = locale === 'qps-ploc' ? pseudoLocalize(tenantMeanings) : tenantMeanings;
    const meanings = new Map(Object.entries<string>(words));
    return ({ source, name }) => meanings.get(`tenant.meaning.${source}.${name}`) ?? null;
  }, [locale]);
}
