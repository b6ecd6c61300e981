import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { AdminConsentLink } from './AdminConsentLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SignInProgress } from './SignInProgress.tsx';
import { permissions } from '../../../../shared/identity/permissions.ts';
import { useKeptFocus } from '../../../ui/useKeptFocus.ts';
import { useSignIn } from './useSignIn.ts';
import { useSignInRun } from './useSignInRun.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { IdentityState, ScopeRequest } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: 0, maxWidth: '72ch' },
});

/** Signing somebody in, with the browser or with a code. */
export function SignInSection({ identity }: { readonly identity: IdentityState }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { browser, registration } = identity;
  const root = useKeptFocus<HTMLDivElement>(useSignInRun().state.kind);
  const byBrowser = useSignIn(true);
  const byCode = useSignIn(false);
  const isRegistered = registration.clientId !== null;
  const anybody = { accountId: null, consent: null };
  return (
    <Section title={t('signInPage.signIn')}>
      <div ref={root} className={styles.root}>
        {!isRegistered && <p className={styles.text}>{t('signInPage.first')}</p>}
        {!browser && <p className={styles.text}>{t('signInPage.browser.none')}</p>}
        <div className={styles.buttons}>
          {browser && (
            <Button
              appearance="primary"
              icon={<PersonAddRegular />}
              disabledFocusable={!isRegistered}
              onClick={() => void byBrowser(anybody)}
            >
              {t('signInPage.browser')}
            </Button>
          )}
          <Button disabledFocusable={!isRegistered} onClick={() => void byCode(anybody)}>
            {t('signInPage.code')}
          </Button>
        </div>
        <SignInProgress />
        <ForAdministrator />
      </div>
    </Section>
  );
}

const signInConsent: ScopeRequest = {
  resource: 'graph',
  scopes: permissions.filter(({ atSignIn }) => atSignIn).map(({ scope }) => scope),
};

const consentErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'consent-required',
  'consent-declined',
  'admin-consent-required',
]);

/** Where signing in itself lacked a consent. */
function ForAdministrator(): ReactNode {
  const { state } = useSignInRun();
  if (state.kind !== 'failed' || !consentErrors.has(state.error.code)) return null;
  return <AdminConsentLink accountId={null} consent={signInConsent} />;
}
