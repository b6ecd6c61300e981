import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../../app/call.ts';
import { CoverageSection } from './CoverageSection.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { Section } from '../../../ui/Section.tsx';
import { identityQuery } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { IdentityState } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  text: { margin: 0 },
  link: { marginTop: tokens.spacingVerticalM },
});

/** What can be read of the tenant, and reading it. */
export function ReadPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery(identityQuery);
  const account = data?.accounts.find(({ active }) => active) ?? null;
  return (
    <Page title={t('tenantRead.title')} lead={t('tenantRead.lead')}>
      <div className={styles.page}>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data === undefined && error === null && <PagePending />}
        {data !== undefined && (
          <>
            <Section title={t('tenantRead.account')}>
              <Account account={account} />
            </Section>
            <CoverageSection key={account?.id ?? ''} account={account} byBrowser={data.browser} />
          </>
        )}
      </div>
    </Page>
  );
}

function Account({
  account,
}: {
  readonly account: IdentityState['accounts'][number] | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (account !== null) {
    return (
      <>
        <p className={styles.text} translate="no">
          {account.username}
        </p>
        {account.needs !== null && (
          <ErrorMessage
            error={account.needs}
            actions={<LinkButton to="/tenant/sign-in">{t('signInPage.account.again')}</LinkButton>}
          />
        )}
      </>
    );
  }
  return (
    <>
      <EmptyState title={t('tenantRead.noAccount')}>{t('tenantRead.noAccount.text')}</EmptyState>
      <div className={styles.link}>
        <LinkButton to="/tenant/sign-in">{t('tenantRead.signIn')}</LinkButton>
      </div>
    </>
  );
}
