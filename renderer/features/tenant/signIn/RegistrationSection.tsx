import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { RegistrationCheck } from './RegistrationCheck.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { clientIdSchema, tenantNameSchema } from '../../../../shared/identity/registration.ts';
import { cloudIds } from '../../../../shared/identity/clouds.ts';
import { createRegistrationRun } from '../runs.ts';
import { identityKey, identityQuery } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { FormEvent, ReactNode } from 'react';
import type { Registration } from '../../../../shared/identity/registration.ts';
import type { TypedRegistration } from './useTypedRegistration.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '480px',
  },
  save: { justifySelf: 'start' },
  text: { margin: 0 },
});

/** How this app is known to Entra: client id, tenant, cloud. */
export function RegistrationSection({
  typed,
  isRegistered,
  onChange,
}: {
  readonly typed: TypedRegistration;
  readonly isRegistered: boolean;
  readonly onChange: (part: Partial<TypedRegistration>) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('signInPage.registration')}>
      <div className={styles.root}>
        <RegistrationForm typed={typed} onChange={onChange} />
        {isRegistered && <RegistrationCheck />}
      </div>
    </Section>
  );
}

function RegistrationForm({
  typed: { clientId, tenant, cloud },
  onChange,
}: {
  readonly typed: TypedRegistration;
  readonly onChange: (part: Partial<TypedRegistration>) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [tried, setTried] = useState(false);
  const { mutate, error, isSuccess, reset } = useConfigure();
  const readId = clientIdSchema.safeParse(clientId.trim());
  const readTenant = tenantNameSchema.nullable().safeParse(tenant.trim() === '' ? null : tenant);
  const change = (part: Partial<TypedRegistration>) => {
    reset();
    onChange(part);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!readId.success || !readTenant.success) return;
    mutate({ clientId: readId.data, tenant: readTenant.data, cloud });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('signInPage.clientId')}
        hint={t('signInPage.clientId.hint')}
        problem={tried && !readId.success ? t('signInPage.clientId.invalid') : null}
        value={clientId}
        onChange={(value) => change({ clientId: value })}
      />
      <TextField
        label={t('signInPage.tenant')}
        hint={t('signInPage.tenant.hint')}
        problem={tried && !readTenant.success ? t('signInPage.tenant.invalid') : null}
        value={tenant}
        onChange={(value) => change({ tenant: value })}
      />
      <SelectField
        label={t('signInPage.cloud')}
        value={cloud}
        choices={cloudIds.map((id) => ({ value: id, text: t(`signInPage.cloud.${id}`) }))}
        onChange={(value) => change({ cloud: value as CloudId })}
      />
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      <Button className={styles.save} appearance="primary" type="submit">
        {t('signInPage.save')}
      </Button>
      {isSuccess && <p className={styles.text}>{t('signInPage.saved.next')}</p>}
    </form>
  );
}

function TextField({
  label,
  hint,
  problem,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <Field label={label} hint={hint} {...(problem !== null && { validationMessage: problem })}>
      <Input
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

function useConfigure() {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const check = useFeatureStore(createRegistrationRun);
  return useMutation({
    mutationFn: (registration: Registration) => ask('identity.configure', registration),
    onSuccess(state) {
      // What was found out was about the registration before.
      check.clear();
      client.setQueryData(identityQuery.queryKey, state);
      void client.invalidateQueries({ queryKey: identityKey });
      announce(t('signInPage.saved'));
    },
  });
}
