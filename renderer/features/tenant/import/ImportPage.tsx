import { makeStyles, tokens } from '@fluentui/react-components';
import { CommandsSection } from './CommandsSection.tsx';
import { FilesSection } from './FilesSection.tsx';
import { Page } from '../../../app/Page.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
  },
});

/** A tenant out of files, without signing in. */
export function ImportPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Page title={t('importPage.title')} lead={t('importPage.lead')}>
      <div className={styles.page}>
        <FilesSection />
        <CommandsSection />
      </div>
    </Page>
  );
}
