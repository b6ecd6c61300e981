import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { OpenDemo } from '../tenant/OpenDemo.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    margin: `${tokens.spacingVerticalL} 0`,
    padding: 0,
    listStyleType: 'none',
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '60ch' },
});

/** No tenant is in use: the ways to one. */
export function NoTenant(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <EmptyState title={t('readinessPage.noTenant.title')}>
        {t('readinessPage.noTenant.text')}
      </EmptyState>
      <ul className={styles.ways}>
        <li>
          <OpenDemo then={null} primary />
          <p className={styles.text}>{t('readinessPage.noTenant.demo.text')}</p>
        </li>
        <li>
          <LinkButton to="/tenant/sign-in">{t('readinessPage.noTenant.signIn')}</LinkButton>
          <p className={styles.text}>{t('readinessPage.noTenant.signIn.text')}</p>
        </li>
        <li>
          <LinkButton to="/tenant/import">{t('readinessPage.noTenant.import')}</LinkButton>
          <p className={styles.text}>{t('readinessPage.noTenant.import.text')}</p>
        </li>
      </ul>
      <p className={styles.text}>
        {t('readinessPage.noTenant.checklists')}{' '}
        <TextLink to="/checklists">{t('checklists.title')}</TextLink>
      </p>
    </>
  );
}
