import { FormattedNumber } from 'react-intl';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';

/** Call, time and request id of a source, by which anybody can ask again. */
export function Evidence({ entry }: { readonly entry: SourceEntry }): ReactNode {
  const t = useWords();
  const { call, origin, at, requestId, records, missing, detail, reason } = entry;
  return (
    <DefinitionList
      items={[
        {
          term: t('tenantPages.evidence.call'),
          description: <code translate="no">{call}</code>,
        },
        { term: t('tenantPages.evidence.origin'), description: t(`tenantPages.origin.${origin}`) },
        {
          term: t('tenantPages.evidence.at'),
          description: at === null ? '–' : <DateTime value={at} />,
        },
        {
          term: t('tenantPages.evidence.requestId'),
          description: <code translate="no">{requestId ?? '–'}</code>,
        },
        {
          term: t('tenantPages.evidence.records'),
          description: <FormattedNumber value={records} />,
        },
        ...(reason === null
          ? []
          : [{ term: t('tenantPages.evidence.why'), description: t(`tenant.reason.${reason}`) }]),
        ...(missing.length === 0
          ? []
          : [
              {
                term: t('tenantPages.evidence.missing'),
                description: <span translate="no">{missing.join(', ')}</span>,
              },
            ]),
        ...(detail === null
          ? []
          : [
              {
                term: t('tenantPages.evidence.detail'),
                description: <span translate="no">{detail}</span>,
              },
            ]),
      ]}
    />
  );
}
