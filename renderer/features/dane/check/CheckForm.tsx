import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { OptionsFields } from '../OptionsFields.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { changedOptions, initialOptions, optionsOf } from '../draft.ts';
import { checkServices } from '../../../../shared/dane/services.ts';
import { createDesk } from './desk.ts';
import { errorText } from '../../../ui/errorText.ts';
import { parseTarget } from '../../../../shared/dane/target.ts';
import { searchOfOptions } from '../search.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CheckService } from '../../../../shared/dane/services.ts';
import type { FormEvent, ReactNode } from 'react';
import type { TargetText } from '../../../../shared/dane/target.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) auto' },
  },
  // Level with the fields, which have their labels above them.
  button: { '@media (min-width: 720px)': { marginTop: '26px' } },
});

/** One name, one button; how to check is folded away. */
export function CheckForm({ running }: { readonly running: boolean }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const desk = useFeatureStore(createDesk);
  const { text, options, optionsOpen } = useStore(desk.store);
  const [tried, setTried] = useState(false);
  const target = parseTarget(text, options.service);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = optionsOf(options);
    if (!read.ok) desk.change({ optionsOpen: true });
    if (!read.ok || !target.ok) return;
    const { label } = target.value;
    desk.start(label, read.value);
    setTried(false);
    void navigate({
      to: '/dane/$target',
      params: { target: label },
      search: searchOfOptions(read.value),
    });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.row}>
        <Field
          label={t(options.service === 'smtp' ? 'daneCheck.target' : 'daneCheck.target.server')}
          {...fieldState(t, target, text, tried)}
        >
          <Input
            value={text}
            size="large"
            placeholder={options.service === 'smtp' ? 'example.com' : 'mail.example.com'}
            translate="no"
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            onChange={(_, { value }) => {
              setTried(false);
              desk.change({ text: value });
            }}
          />
        </Field>
        <SelectField
          size="large"
          label={t('daneCheck.service')}
          value={options.service}
          choices={checkServices.map((value) => ({
            value,
            text: t(`daneCheck.service.${value}`),
          }))}
          onChange={(value) => desk.changeOptions({ service: value as CheckService })}
        />
        <Button
          type="submit"
          appearance="primary"
          size="large"
          className={styles.button}
          disabledFocusable={running}
        >
          {t('daneCheck.check')}
        </Button>
      </div>
      <Disclosure
        label={t('daneCheck.options.changed', { count: changedOptions(options) })}
        open={optionsOpen}
        onOpen={(open) => desk.change({ optionsOpen: open })}
      >
        <OptionsFields
          options={options}
          onChange={desk.changeOptions}
          onReset={() =>
            desk.changeOptions({
              ...initialOptions,
              service: options.service,
              place: options.place,
            })
          }
        />
      </Disclosure>
    </form>
  );
}

/** What was understood where that is not what was typed, or what is wrong once one has tried. */
function fieldState(t: Words, target: Result<TargetText>, text: string, tried: boolean) {
  if (target.ok) {
    const { label } = target.value;
    return label === text.trim() ? {} : { hint: t('daneCheck.target.understood', { label }) };
  }
  if (!tried) return {};
  const { message, action } = errorText(t, target.error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
