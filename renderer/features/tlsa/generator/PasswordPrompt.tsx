import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
  },
  field: { flex: '1 1 220px', maxWidth: '420px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, paddingTop: '24px' },
});

/** Asks for the password of a PKCS#12 file, again when it was wrong. */
export function PasswordPrompt({
  name,
  wrong,
  onPassword,
  onCancel,
}: {
  readonly name: string;
  readonly wrong: boolean;
  readonly onPassword: (password: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <Field
        className={styles.field}
        label={t('generator.password.label', { name })}
        validationState={wrong ? 'error' : 'none'}
        {...(wrong && { validationMessage: t('error.pkcs12-password-wrong.message', { name }) })}
        hint={t('generator.password.hint')}
      >
        <Input
          type="password"
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it answers what the person just did
          autoFocus
          value={password}
          onChange={(_, { value }) => setPassword(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {t('generator.password.read')}
        </Button>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}
