import { makeStyles, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `2px ${tokens.spacingHorizontalL}`,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  item: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  description: { margin: 0, minWidth: 0 },
});

/** Call, time and request id of a source, by which anybody can ask again. */
export function Evidence({ entry }: { readonly entry: SourceEntry }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { call, origin, at, requestId, missing, detail, reason } = entry;
  return (
    <dl className={styles.root}>
      <Item term={t('tenantPages.evidence.origin')}>{t(`tenantPages.origin.${origin}`)}</Item>
      <Item term={t('tenantPages.evidence.call')}>
        <code translate="no">{call}</code>
      </Item>
      <Item term={t('tenantPages.evidence.at')}>
        {at === null ? t('tenantPages.evidence.at.never') : <DateTime value={at} />}
      </Item>
      <Item term={t('tenantPages.evidence.requestId')}>
        {requestId === null ? (
          t('tenantPages.evidence.requestId.none')
        ) : (
          <code translate="no">{requestId}</code>
        )}
      </Item>
      {reason !== null && (
        <Item term={t('tenantPages.evidence.why')}>{t(`tenant.reason.${reason}`)}</Item>
      )}
      {missing.length > 0 && (
        <Item term={t('tenantPages.evidence.missing')}>
          <span translate="no">{missing.join(', ')}</span>
        </Item>
      )}
      {detail !== null && (
        <Item term={t('tenantPages.evidence.detail')}>
          <span translate="no">{detail}</span>
        </Item>
      )}
    </dl>
  );
}

function Item({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.item}>
      <dt className={styles.term}>{term}:</dt>
      <dd className={styles.description}>{children}</dd>
    </div>
  );
}
