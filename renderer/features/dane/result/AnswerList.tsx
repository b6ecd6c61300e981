import { makeStyles, tokens } from '@fluentui/react-components';
import { ChainLink } from '../../dnssec/ChainLink.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { Evidence, Security } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

type Answer = Evidence['answers'][number];

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  answer: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `2px ${tokens.spacingHorizontalM}`,
  },
  question: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  chain: { margin: 0, paddingInlineStart: '18px' },
});

const icons: Readonly<Record<Security, Verdict>> = {
  secure: 'good',
  insecure: 'warning',
  bogus: 'bad',
  indeterminate: 'unknown',
};

/** DNS answers as they came, with what was proven of each. */
export function AnswerList({
  answers,
  place,
}: {
  readonly answers: readonly Answer[];
  readonly place: CheckPlace;
}): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {answers.map((answer, index) => (
        // The same question may have been asked twice; answers never change.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${answer.question} ${index}`} className={styles.answer}>
          <AnswerView answer={answer} place={place} />
        </li>
      ))}
    </ul>
  );
}

function AnswerView({
  answer,
  place,
}: {
  readonly answer: Answer;
  readonly place: CheckPlace;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { question, status, reason, records } = answer;
  const [name = '', type = ''] = question.split(' ');
  return (
    <>
      <div className={styles.head}>
        <span className={styles.question} translate="no">
          {question}
        </span>
        <VerdictIcon verdict={icons[status]} word={t(`dane.security.${status}`)} />
        {reason !== null && <span translate="no">{reason}</span>}
        {records.length === 0 && <span>{t('daneCheck.answer.noRecords')}</span>}
      </div>
      {records.length > 0 && <CodeBlock label={question}>{records.join('\n')}</CodeBlock>}
      <Disclosure label={t('daneCheck.answer.proof')} of={question}>
        <Proof answer={answer} />
        <ChainLink name={name} type={type} place={place}>
          {t('daneCheck.answer.picture')}
        </ChainLink>
      </Disclosure>
    </>
  );
}

/** What the status rests on: the chain of trust, how long it holds, who answered. */
function Proof({ answer }: { readonly answer: Answer }): ReactNode {
  const t = useWords();
  const { server, expires, chain, resolver } = answer;
  const said = [
    ...(resolver.ad ? [t('daneCheck.answer.resolver.ad')] : []),
    ...(resolver.opinion === 'unknown' ? [] : [t(`dnssec.opinion.${resolver.opinion}`)]),
    ...(resolver.errors.length === 0 ? [] : [resolver.errors.join('; ')]),
  ];
  return (
    <DefinitionList
      items={[
        {
          term: t('daneCheck.answer.chain'),
          description: chain.length === 0 ? '–' : <Chain chain={chain} />,
        },
        {
          term: t('daneCheck.answer.expires'),
          description: expires === null ? '–' : <DateTime value={expires} />,
        },
        {
          term: t('daneCheck.answer.server'),
          description: <span translate="no">{server ?? '–'}</span>,
        },
        ...(said.length === 0
          ? []
          : [{ term: t('daneCheck.answer.resolver'), description: said.join(' ') }]),
      ]}
    />
  );
}

/** Zone by zone from the anchor down, with what was looked at in each. */
function Chain({ chain }: { readonly chain: Answer['chain'] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const zones: { readonly zone: string; readonly links: Answer['chain'][number][] }[] = [];
  for (const link of chain) {
    const last = zones.at(-1);
    if (last?.zone === link.zone) last.links.push(link);
    else zones.push({ zone: link.zone, links: [link] });
  }
  return (
    <ol className={styles.chain}>
      {zones.map(({ zone, links }, index) => {
        const worst = securities.find((each) => links.some(({ result }) => result === each));
        const reasons = links.flatMap(({ reason }) => reason ?? []);
        return (
          // A zone may come twice in a chain of aliases; chains never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${zone} ${index}`}>
            <span translate="no">
              {zone === '' ? '.' : zone} ({links.map(({ step }) => step).join(', ')})
            </span>{' '}
            {worst !== undefined && (
              <VerdictIcon verdict={icons[worst]} word={t(`dane.security.${worst}`)} />
            )}
            {reasons.length > 0 && <span translate="no"> {reasons.join(', ')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const securities: readonly Security[] = ['bogus', 'indeterminate', 'insecure', 'secure'];
