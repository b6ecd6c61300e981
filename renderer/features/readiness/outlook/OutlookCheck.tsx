import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { explanationSentences } from '../../../../shared/mailflow/explanationWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Cause, Explanation } from '../../../../shared/mailflow/explanation.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

/** More is no line of a dialog. */
const characterMax = 2000;

const icons: { readonly [Each in Cause]?: Verdict } = {
  'outlook-blocked': 'bad',
  'outlook-unsupported': 'warning',
  'outlook-supported': 'good',
};

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  field: { maxWidth: '720px' },
  text: { margin: 0, maxWidth: '80ch', overflowWrap: 'anywhere' },
  start: { justifySelf: 'start' },
});

/** One installation by what it says of itself; many by an inventory. */
export function OutlookCheck(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [line, setLine] = useState('');
  const reading = useMutation({
    mutationFn: (text: string) => ask('mailflow.explain', { kind: 'text', text }),
  });
  const found = reading.data?.find(({ kind }) => kind === 'outlook-version');
  return (
    <Section title={t('outlookCheck.title')}>
      <div className={styles.root}>
        <form
          className={styles.root}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (line.trim() !== '') reading.mutate(line);
          }}
        >
          <Field
            className={styles.field}
            label={t('outlookCheck.line')}
            hint={t('outlookCheck.line.hint')}
          >
            <Input
              value={line}
              maxLength={characterMax}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, { value }) => setLine(value)}
            />
          </Field>
          <Button className={styles.start} type="submit" disabledFocusable={reading.isPending}>
            {t('outlookCheck.check')}
          </Button>
        </form>
        <div aria-live="polite">
          {reading.error instanceof CallFailed && <ErrorMessage error={reading.error.error} />}
          {found !== undefined && <Answer explanation={found} />}
          {reading.isSuccess && found === undefined && (
            <p className={styles.text}>{t('outlookCheck.none')}</p>
          )}
        </div>
        <p className={styles.text}>{t('outlookCheck.inventory')}</p>
        <LinkButton className={styles.start} to="/tenant/import">
          {t('outlookCheck.import')}
        </LinkButton>
      </div>
    </Section>
  );
}

function Answer({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { meaning, next } = explanationSentences(explanation, t);
  return (
    <div className={styles.root}>
      <p className={styles.text}>
        <VerdictIcon verdict={icons[explanation.cause] ?? 'unknown'} word={meaning} />
      </p>
      {next.map((step) => (
        <p key={step} className={styles.text}>
          {step}
        </p>
      ))}
    </div>
  );
}
