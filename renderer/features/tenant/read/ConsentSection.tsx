import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SignInProgress } from '../signIn/SignInProgress.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
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
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
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
            <Request account={account} request={request} onGive={() => void give(request)} />
          </div>
        ))}
        <SignInProgress />
      </div>
    </Section>
  );
}

function Request({
  account,
  request,
  onGive,
}: {
  readonly account: AccountView;
  readonly request: ScopeRequest;
  readonly onGive: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const resource = t(`signInPage.permission.resource.${request.resource}`);
  const { data, error, mutate } = useMutation({
    mutationFn: () => ask('identity.adminConsentLink', { accountId: account.id, consent: request }),
  });
  return (
    <>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onGive}>
          {t(`tenantRead.consent.${request.resource}`)}
        </Button>
        <Button onClick={() => mutate()}>
          {t('tenantRead.consent.link.get')}
          <VisuallyHidden> {resource}</VisuallyHidden>
        </Button>
      </div>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data !== undefined && (
        <>
          <p className={styles.text}>{t('tenantRead.consent.link.hint')}</p>
          <CodeBlock label={t('tenantRead.consent.link', { resource })}>{data.link}</CodeBlock>
          <div>
            <CopyButton text={data.link} of={resource} />
          </div>
        </>
      )}
    </>
  );
}
