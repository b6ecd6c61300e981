import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { ScopeRequest } from '../../../../shared/contract/identity.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  code: { width: '100%' },
  text: { margin: 0, maxWidth: '72ch' },
});

/** For who may not consent: a link that an administrator opens, made when it is asked for. */
export function AdminConsentLink({
  accountId,
  consent,
}: {
  /** `null`: the tenant of the registration. */
  readonly accountId: string | null;
  readonly consent: ScopeRequest;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const resource = t(`signInPage.permission.resource.${consent.resource}`);
  const { data, error, mutate } = useMutation({
    mutationFn: () => ask('identity.adminConsentLink', { accountId, consent }),
  });
  return (
    <div className={styles.root}>
      <Button onClick={() => mutate()}>
        {t('tenantRead.consent.link.get')}
        <VisuallyHidden> {resource}</VisuallyHidden>
      </Button>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data !== undefined && (
        <>
          <p className={styles.text}>{t('tenantRead.consent.link.hint')}</p>
          <div className={styles.code}>
            <CodeBlock label={t('tenantRead.consent.link', { resource })}>{data.link}</CodeBlock>
          </div>
          <CopyButton text={data.link} of={t('tenantRead.consent.link', { resource })} />
        </>
      )}
    </div>
  );
}
