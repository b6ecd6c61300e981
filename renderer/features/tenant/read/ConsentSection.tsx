import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AdminConsentLink } from '../signIn/AdminConsentLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SignInProgress } from '../signIn/SignInProgress.tsx';
import { useSignIn } from '../signIn/useSignIn.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AccountView, ScopeRequest } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  request: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  text: { margin: 0, maxWidth: '72ch' },
});

/** Permissions that are still missing: ask for them, or have an administrator do so. */
export function ConsentSection({
  account,
  consent,
  byBrowser,
  onConsent,
}: {
  readonly account: AccountView;
  readonly consent: readonly ScopeRequest[];
  readonly byBrowser: boolean;
  readonly onConsent: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const signIn = useSignIn(byBrowser);
  const give = async (request: ScopeRequest) => {
    const given = await signIn({ accountId: account.id, consent: request });
    if (given) onConsent();
  };
  return (
    <Section title={t('tenantRead.consent')}>
      <div className={styles.root}>
        <p className={styles.text}>{t('tenantRead.consent.text')}</p>
        {consent.map((request) => (
          <div key={request.resource} className={styles.request}>
            <p className={styles.text}>
              {t('tenantRead.consent.scopes', { scopes: request.scopes.join(', ') })}
            </p>
            <Button appearance="primary" onClick={() => void give(request)}>
              {t(`tenantRead.consent.${request.resource}`)}
            </Button>
            <AdminConsentLink accountId={account.id} consent={request} />
          </div>
        ))}
        <SignInProgress />
      </div>
    </Section>
  );
}
