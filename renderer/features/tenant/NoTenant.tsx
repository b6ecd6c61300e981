import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { OpenDemo } from './OpenDemo.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  doors: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
});

/** No tenant is there: the three doors to one. */
export function NoTenant(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.root}>
      <EmptyState title={t('tenantPages.none.title')}>{t('tenantPages.none.text')}</EmptyState>
      <div className={styles.doors}>
        <LinkButton to="/tenant/sign-in">{t('tenantPages.door.signIn')}</LinkButton>
        <LinkButton to="/tenant/import">{t('tenantPages.door.import')}</LinkButton>
        <OpenDemo />
      </div>
    </div>
  );
}
