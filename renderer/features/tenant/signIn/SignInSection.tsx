import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { Section } from '../../../ui/Section.tsx';
import { SignInProgress } from './SignInProgress.tsx';
import { useSignIn } from './useSignIn.ts';
import { useWords } from '../../../ui/words.tsx';
import type { IdentityState } from '../../../../shared/contract/identity.ts';
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
  const byBrowser = useSignIn(true);
  const byCode = useSignIn(false);
  const isRegistered = registration.clientId !== null;
  const anybody = { accountId: null, consent: null };
  return (
    <Section title={t('signInPage.signIn')}>
      <div className={styles.root}>
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
      </div>
    </Section>
  );
}
