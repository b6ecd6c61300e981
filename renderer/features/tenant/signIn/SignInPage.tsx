import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { AccountsSection } from './AccountsSection.tsx';
import { CallFailed } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { GuideSection } from './GuideSection.tsx';
import { NotVerified } from '../NotVerified.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { RegistrationSection } from './RegistrationSection.tsx';
import { SignInSection } from './SignInSection.tsx';
import { identityQuery } from '../../../app/tenants.ts';
import { useTypedRegistration } from './useTypedRegistration.ts';
import { useWords } from '../../../ui/words.tsx';
import type { IdentityState } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
  },
});

/** Registering the app, signing in, and who is signed in. */
export function SignInPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery(identityQuery);
  return (
    <Page title={t('signInPage.title')} lead={t('signInPage.lead')}>
      <div className={styles.page}>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data === undefined && error === null && <PagePending />}
        {data !== undefined && <Sections identity={data} />}
      </div>
    </Page>
  );
}

function Sections({ identity }: { readonly identity: IdentityState }): ReactNode {
  const { registration } = identity;
  const [typed, change] = useTypedRegistration(registration);
  return (
    <>
      <Notices identity={identity} />
      <AccountsSection identity={identity} />
      <SignInSection identity={identity} />
      <RegistrationSection
        typed={typed}
        isRegistered={registration.clientId !== null}
        onChange={change}
      />
      <GuideSection cloud={typed.cloud} />
      <NotVerified />
    </>
  );
}

function Notices({ identity: { clockAhead, privateCloud } }: { readonly identity: IdentityState }) {
  const t = useWords();
  return (
    <>
      {clockAhead !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('signInPage.clock', {
              minutes: Math.round(Math.abs(clockAhead) / 60),
              direction: clockAhead > 0 ? 'ahead' : 'behind',
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {privateCloud !== null && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('signInPage.private', { name: privateCloud })}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
