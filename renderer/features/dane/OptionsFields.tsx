import { Button, Field, Input, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { SelectField } from '../../ui/SelectField.tsx';
import { handshakeChoices } from '../../../shared/dane/run.ts';
import { errorText } from '../../ui/errorText.ts';
import { readOptions } from './draft.ts';
import { useWords } from '../../ui/words.tsx';
import type { CheckOptions } from '../../../shared/dane/run.ts';
import type { OptionsDraft } from './draft.ts';
import type { ReactNode } from 'react';
import type { Result } from '../../../shared/errors.ts';
import type { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    maxWidth: '960px',
  },
  reset: { justifySelf: 'start', alignSelf: 'end' },
});

interface Props {
  readonly options: OptionsDraft;
  readonly onChange: (change: Partial<OptionsDraft>) => void;
  readonly onReset: () => void;
}

/** How a check is made: for who has to go through a proxy, or into a network of their own. */
export function OptionsFields({ options, onChange, onReset }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const reading = readOptions(options);
  const inLab = options.place === 'lab';
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('daneCheck.option.handshakes')}
        value={options.handshakes}
        choices={handshakeChoices.map((value) => ({
          value,
          text: t(`daneCheck.option.handshakes.${value}`),
        }))}
        onChange={(value) => onChange({ handshakes: value as CheckOptions['handshakes'] })}
      />
      <TextField name="seconds" result={reading.timeout} options={options} onChange={onChange} />
      <TextField name="hello" result={reading.hello} options={options} onChange={onChange} />
      {!inLab && (
        <>
          <TextField name="resolver" result={null} options={options} onChange={onChange} />
          <TextField name="proxy" result={reading.proxy} options={options} onChange={onChange} />
          <TextField name="port" result={reading.port} options={options} onChange={onChange} />
          <Field hint={t('daneCheck.option.private.hint')}>
            <Switch
              checked={options.allowPrivate}
              label={t('daneCheck.option.private')}
              onChange={(_, { checked }) => onChange({ allowPrivate: checked })}
            />
          </Field>
        </>
      )}
      <Button className={styles.reset} onClick={onReset}>
        {t('daneCheck.options.reset')}
      </Button>
    </div>
  );
}

type TextName = 'seconds' | 'hello' | 'resolver' | 'proxy' | 'port';

const hints: Readonly<Partial<Record<TextName, true>>> = {
  hello: true,
  resolver: true,
  proxy: true,
  port: true,
};

function TextField({
  name,
  result,
  options,
  onChange,
}: Pick<Props, 'options' | 'onChange'> & {
  readonly name: TextName;
  /** `null`: only the service can tell. */
  readonly result: Result<unknown> | null;
}): ReactNode {
  const t = useWords();
  return (
    <Field
      label={t(`daneCheck.option.${name}`)}
      {...(hints[name] && { hint: t(`daneCheck.option.${name as 'hello'}.hint`) })}
      {...problem(t, result)}
    >
      <Input
        value={options[name]}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        inputMode={name === 'port' ? 'numeric' : 'text'}
        onChange={(_, { value }) => onChange({ [name]: value })}
      />
    </Field>
  );
}

function problem(t: Words, result: Result<unknown> | null) {
  if (result === null || result.ok) return {};
  const { message, action } = errorText(t, result.error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
