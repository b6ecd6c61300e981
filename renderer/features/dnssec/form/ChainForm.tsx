import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { SelectField } from '../../../ui/SelectField.tsx';
import { appError } from '../../../../shared/errors.ts';
import { commonTypes } from './types.ts';
import { createDesk } from '../desk.ts';
import { errorText } from '../../../ui/errorText.ts';
import { questionOf } from '../question.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useResolverChoices } from './resolverChoices.ts';
import { useState } from 'react';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AppError, ErrorCode } from '../../../../shared/errors.ts';
import type { ChainDraft } from '../desk.ts';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { FormEvent, ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const wide = '@media (min-width: 900px)';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 2fr) minmax(0, 3fr) auto' },
  },
  // Level with the fields, which have their labels above them.
  button: { [wide]: { marginTop: '26px' } },
  others: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
});

/** Whether an error stands at one of the fields that the form shows. */
export function isAtField({ code }: AppError, draft: ChainDraft): boolean {
  if (code === 'name-invalid') return true;
  if (code === 'type-unknown') return draft.type === 'other';
  return code === 'resolver-invalid' && draft.resolver === 'other';
}

/** A name, a type, and whom to ask. `error`: what was wrong with it when it was last checked. */
export function ChainForm({
  place,
  running,
  error,
}: {
  readonly place: CheckPlace;
  readonly running: boolean;
  readonly error: AppError | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const desk = useFeatureStore(createDesk);
  const { draft } = useStore(desk.store);
  const [refused, setRefused] = useState<AppError | null>(null);
  const [changed, setChanged] = useState(false);
  const { choices, resolversOf } = useResolverChoices();
  const shown = refused ?? (changed ? null : error);

  const change = (fields: Partial<ChainDraft>) => {
    setRefused(null);
    setChanged(true);
    desk.change(fields);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = problemOf(draft);
    setRefused(problem);
    if (problem !== null) return;
    const type = draft.type === 'other' ? draft.otherType : draft.type;
    const question = questionOf(draft.name, type, place);
    desk.start(question, place === 'lab' ? [] : resolversOf(draft));
    setChanged(false);
    void navigate({
      to: '/dnssec/$name/$type',
      params: { name: question.name, type: question.type },
      search: place === 'lab' ? { place } : {},
    });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.row}>
        <Field label={t('dnssecPage.name')} {...fieldState(t, shown, 'name-invalid')}>
          <Input
            value={draft.name}
            size="large"
            placeholder="_25._tcp.mail.example.com"
            translate="no"
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            onChange={(_, { value }) => change({ name: value })}
          />
        </Field>
        <SelectField
          size="large"
          label={t('dnssecPage.type')}
          value={draft.type}
          choices={[
            ...commonTypes.map((type) => ({ value: type, text: type, verbatim: true })),
            { value: 'other', text: t('dnssecPage.type.other') },
          ]}
          onChange={(type) => change({ type })}
        />
        {place === 'internet' && (
          <SelectField
            size="large"
            label={t('dnssecPage.resolver')}
            value={draft.resolver}
            choices={choices}
            onChange={(resolver) => change({ resolver })}
          />
        )}
        <Button
          type="submit"
          appearance="primary"
          size="large"
          className={styles.button}
          disabledFocusable={running}
        >
          {t('dnssecPage.check')}
        </Button>
      </div>
      <Others draft={draft} place={place} error={shown} onChange={change} />
    </form>
  );
}

/** Fields for what is not in the lists. */
function Others({
  draft,
  place,
  error,
  onChange,
}: {
  readonly draft: ChainDraft;
  readonly place: CheckPlace;
  readonly error: AppError | null;
  readonly onChange: (change: Partial<ChainDraft>) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const hasType = draft.type === 'other';
  const hasResolver = draft.resolver === 'other' && place === 'internet';
  if (!hasType && !hasResolver) return null;
  const plain = { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' } as const;
  return (
    <div className={styles.others}>
      {hasType && (
        <Field
          label={t('dnssecPage.otherType')}
          hint={t('dnssecPage.otherType.hint')}
          {...fieldState(t, error, 'type-unknown')}
        >
          <Input
            {...plain}
            value={draft.otherType}
            onChange={(_, { value }) => onChange({ otherType: value })}
          />
        </Field>
      )}
      {hasResolver && (
        <Field
          label={t('dnssecPage.otherResolver')}
          hint={t('dnssecPage.otherResolver.hint')}
          {...fieldState(t, error, 'resolver-invalid')}
        >
          <Input
            {...plain}
            value={draft.otherResolver}
            onChange={(_, { value }) => onChange({ otherResolver: value })}
          />
        </Field>
      )}
    </div>
  );
}

/** What can be told without asking anybody. */
function problemOf({
  name,
  type,
  otherType,
  resolver,
  otherResolver,
}: ChainDraft): AppError | null {
  if (name.trim() === '') return appError('name-invalid', { name: '', problem: 'empty' });
  if (type === 'other' && otherType.trim() === '') return appError('type-unknown', { type: '' });
  return resolver === 'other' && otherResolver.trim() === ''
    ? appError('resolver-invalid', { resolver: '', problem: 'scheme' })
    : null;
}

function fieldState(t: Words, error: AppError | null, code: ErrorCode) {
  if (error?.code !== code) return {};
  const { message, action } = errorText(t, error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
