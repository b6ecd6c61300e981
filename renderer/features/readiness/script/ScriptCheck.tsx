import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { DropZone } from '../../../ui/DropZone.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { call } from '../../../app/call.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

/** What the channel takes. */
const characterMax = 4 * 1024 * 1024;

const verdicts = { old: 'bad', current: 'good', unknown: 'unknown' } as const satisfies Readonly<
  Record<string, Verdict>
>;

const useStyles = makeStyles({
  text: { margin: 0 },
  error: { margin: `${tokens.spacingVerticalM} 0 0` },
  answer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
  },
});

type Answer =
  | { readonly kind: 'read'; readonly name: string; readonly reading: Output<'readiness.script'> }
  | { readonly kind: 'tooLarge'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: AppError };

async function read(file: File): Promise<Answer> {
  const { name } = file;
  if (file.size > characterMax) return { kind: 'tooLarge', name };
  const result = await call('readiness.script', { name, text: await file.text() });
  return result.ok
    ? { kind: 'read', name, reading: result.value }
    : { kind: 'failed', error: result.error };
}

/** Tells an old copy of the public-folder script from a current one, by the line that proves it. */
export function ScriptCheck(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const take = async (files: readonly File[]) => {
    const taken: Answer[] = [];
    for (const file of files) taken.push(await read(file));
    setAnswers(taken);
    const [first] = taken;
    if (first?.kind === 'read') announce(t(`script.verdict.${verdictOf(first.reading)}`));
  };
  return (
    <Section title={t('script.title')}>
      <DropZone
        label={t('script.label')}
        buttonLabel={t('script.choose')}
        accept=".ps1,.psm1,.txt"
        onFiles={(files) => void take(files)}
      >
        <p className={styles.text}>{t('script.text')}</p>
      </DropZone>
      <p className={styles.error}>
        {t('script.error')} <TextLink to="/explain">{t('script.error.explain')}</TextLink>
      </p>
      {answers.map((answer, index) => (
        // The list is made anew with each drop.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.answer}>
          <AnswerView answer={answer} />
        </div>
      ))}
    </Section>
  );
}

function verdictOf({ verdict }: Output<'readiness.script'>): keyof typeof verdicts {
  return verdict === 'old' || verdict === 'current' ? verdict : 'unknown';
}

function AnswerView({ answer }: { readonly answer: Answer }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (answer.kind === 'failed') return <ErrorMessage error={answer.error} />;
  if (answer.kind === 'tooLarge') {
    return <p className={styles.text}>{t('script.tooLarge', { name: answer.name })}</p>;
  }
  const { name, reading } = answer;
  const verdict = verdictOf(reading);
  return (
    <>
      <p className={styles.text}>
        <VerdictIcon verdict={verdicts[verdict]} word={t(`script.verdict.${verdict}`)} />{' '}
        <span translate="no">{name}</span>
      </p>
      <p className={styles.text}>{t(`script.${verdict}.text`)}</p>
      {reading.line !== null && reading.text !== null && (
        <>
          <p className={styles.text}>{t('script.line', { line: reading.line })}</p>
          <CodeBlock label={t('script.line', { line: reading.line })}>{reading.text}</CodeBlock>
        </>
      )}
    </>
  );
}
