import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { identityQuery, tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useSignIn } from './useSignIn.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AccountView, IdentityState } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    outlineStyle: 'none',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: 'anywhere' },
  detail: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { margin: 0, maxWidth: '72ch' },
});

/** Who is signed in, which of them is used, and where their tokens are. */
export function AccountsSection({ identity }: { readonly identity: IdentityState }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { accounts, keeping } = identity;
  const root = useRef<HTMLDivElement>(null);
  return (
    <Section title={t('signInPage.accounts')}>
      <div ref={root} tabIndex={-1} className={styles.root}>
        {accounts.length === 0 ? (
          <EmptyState title={t('signInPage.accounts.none')}>
            {t('signInPage.accounts.none.text')}
          </EmptyState>
        ) : (
          <>
            <ul className={styles.list} aria-label={t('signInPage.accounts')}>
              {accounts.map((account) => (
                <li key={account.id} className={styles.item}>
                  <Account
                    account={account}
                    identity={identity}
                    // The button that had the focus goes away.
                    onSignedOut={() => root.current?.focus()}
                  />
                </li>
              ))}
            </ul>
            <div>
              <LinkButton to="/tenant/read">{t('signInPage.next')}</LinkButton>
            </div>
          </>
        )}
        <p className={styles.text}>
          <strong>{t('signInPage.keeping')}</strong>: {t(`identity.keeping.${keeping}`)}
        </p>
      </div>
    </Section>
  );
}

function Account({
  account,
  identity,
  onSignedOut,
}: {
  readonly account: AccountView;
  readonly identity: IdentityState;
  readonly onSignedOut: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const signIn = useSignIn(identity.browser);
  const { mutate, error } = useAccountCommand(onSignedOut);
  const { id, username, displayName, tenantId, cloud, active, guest, needs } = account;
  return (
    <>
      <div className={styles.name}>
        <strong translate="no">{username}</strong>{' '}
        {active && <Badge appearance="outline">{t('signInPage.account.active')}</Badge>}{' '}
        {guest && <Badge appearance="outline">{t('signInPage.account.guest')}</Badge>}
      </div>
      <p className={styles.detail}>
        {displayName !== null && (
          <>
            <span translate="no">{displayName}</span> ·{' '}
          </>
        )}
        {t('signInPage.account.tenant')}: <span translate="no">{tenantId}</span> ·{' '}
        {t('signInPage.account.cloud')}: <span translate="no">{cloud}</span>
      </p>
      {needs !== null && (
        <ErrorMessage
          error={needs}
          actions={
            <Button onClick={() => void signIn({ accountId: id, consent: null })}>
              {t('signInPage.account.again')}
            </Button>
          }
        />
      )}
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      <div className={styles.buttons}>
        {!active && (
          <Button size="small" onClick={() => mutate({ kind: 'use', account })}>
            {t('signInPage.account.use')}
            <VisuallyHidden> {username}</VisuallyHidden>
          </Button>
        )}
        <Button size="small" onClick={() => mutate({ kind: 'signOut', account })}>
          {t('signInPage.account.signOut')}
          <VisuallyHidden> {username}</VisuallyHidden>
        </Button>
      </div>
    </>
  );
}

function useAccountCommand(onSignedOut: () => void) {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, account }: { kind: 'use' | 'signOut'; account: AccountView }) =>
      ask(kind === 'use' ? 'identity.switch' : 'identity.signOut', { accountId: account.id }),
    onSuccess(state, { kind, account }) {
      client.setQueryData(identityQuery.queryKey, state);
      void client.invalidateQueries({ queryKey: tenantKey });
      if (kind === 'signOut') {
        onSignedOut();
        announce(t('signInPage.account.signedOut', { username: account.username }));
      }
    },
  });
}
