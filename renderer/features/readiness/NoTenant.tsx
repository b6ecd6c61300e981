import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { useQueryClient } from '@tanstack/react-query';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { createDemoOpening } from './runDesk.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
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
          <OpenDemo />
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

function OpenDemo(): ReactNode {
  const t = useWords();
  const client = useQueryClient();
  const opening = useFeatureStore(createDemoOpening);
  const state = useStore(opening.state);
  const open = async () => {
    await opening.start({});
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  if (state.kind === 'running') {
    return (
      <JobProgressBar
        label={t('readinessPage.noTenant.opening')}
        progress={state.progress}
        onCancel={opening.cancel}
      />
    );
  }
  return (
    <>
      <Button appearance="primary" icon={<BeakerRegular />} onClick={() => void open()}>
        {t('readinessPage.noTenant.demo')}
      </Button>
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
    </>
  );
}
