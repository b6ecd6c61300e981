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
import { identityQuery } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { FormEvent, ReactNode } from 'react';
import type { Registration } from '../../../../shared/identity/registration.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '480px',
  },
  save: { justifySelf: 'start' },
});

/** How this app is known to Entra: client id, tenant, cloud. */
export function RegistrationSection({
  registration,
}: {
  readonly registration: Registration;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('signInPage.registration')}>
      <div className={styles.root}>
        <RegistrationForm registration={registration} />
        {registration.clientId !== null && <RegistrationCheck />}
      </div>
    </Section>
  );
}

function RegistrationForm({ registration }: { readonly registration: Registration }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [clientId, setClientId] = useState(registration.clientId ?? '');
  const [tenant, setTenant] = useState(registration.tenant ?? '');
  const [cloud, setCloud] = useState<CloudId>(registration.cloud);
  const [tried, setTried] = useState(false);
  const { mutate, error } = useConfigure();
  const readId = clientIdSchema.safeParse(clientId.trim());
  const readTenant = tenantNameSchema.nullable().safeParse(tenant.trim() === '' ? null : tenant);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!readId.success || !readTenant.success) return;
    mutate({ clientId: readId.data, tenant: readTenant.data, cloud });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t('signInPage.clientId')}
        hint={t('signInPage.clientId.hint')}
        {...(tried && !readId.success && { validationMessage: t('signInPage.clientId.invalid') })}
      >
        <Input
          value={clientId}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => setClientId(value)}
        />
      </Field>
      <Field
        label={t('signInPage.tenant')}
        hint={t('signInPage.tenant.hint')}
        {...(tried && !readTenant.success && { validationMessage: t('signInPage.tenant.invalid') })}
      >
        <Input
          value={tenant}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => setTenant(value)}
        />
      </Field>
      <SelectField
        label={t('signInPage.cloud')}
        value={cloud}
        choices={cloudIds.map((id) => ({ value: id, text: t(`signInPage.cloud.${id}`) }))}
        onChange={(value) => setCloud(value as CloudId)}
      />
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      <Button className={styles.save} appearance="primary" type="submit">
        {t('signInPage.save')}
      </Button>
    </form>
  );
}

function useConfigure() {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (registration: Registration) => ask('identity.configure', registration),
    onSuccess(state) {
      client.setQueryData(identityQuery.queryKey, state);
      announce(t('signInPage.saved'));
    },
  });
}
