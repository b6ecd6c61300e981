import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { DateTime } from '../../ui/DateTime.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Section } from '../../ui/Section.tsx';
import { VerdictIcon } from '../../ui/VerdictIcon.tsx';
import { createDesk } from '../dane/check/desk.ts';
import { defaultCheckOptions } from '../../../shared/dane/run.ts';
import { explanationSentences } from '../../../shared/mailflow/explanationWords.ts';
import { parseTarget } from '../../../shared/dane/target.ts';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Definition } from '../../ui/DefinitionList.tsx';
import type { Explanation, NextStep } from '../../../shared/mailflow/explanation.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../ui/VerdictIcon.tsx';
import type { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  meaning: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    maxWidth: '76ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
  },
  title: { margin: `${tokens.spacingVerticalM} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: '20px', maxWidth: '80ch' },
  check: { marginTop: tokens.spacingVerticalM },
  hint: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What the live check's button does here, in the stead of a sentence. */
const checkSteps: ReadonlySet<NextStep> = new Set<NextStep>(['check-domain', 'check-server']);

const sideIcons: Readonly<Record<Explanation['whoseSide'], Verdict>> = {
  yours: 'warning',
  theirs: 'note',
  unknown: 'unknown',
};

/** One explanation: what it means, where it happened, whose side it is on, what to do. */
export function ExplanationCard({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { kind, next, whoseSide } = explanation;
  const { meaning, next: sentences } = explanationSentences(explanation, t);
  const steps = sentences.filter((_, index) => {
    const step = next[index];
    return step !== undefined && !checkSteps.has(step);
  });
  return (
    <Section title={t(`mailflow.kind.${kind}`)}>
      <p className={styles.meaning}>{meaning}</p>
      <DefinitionList
        items={[
          ...facts(t, explanation),
          ...(kind === 'unknown'
            ? []
            : [
                {
                  term: t('bounce.side'),
                  description: (
                    <VerdictIcon
                      verdict={sideIcons[whoseSide]}
                      word={t(`bounce.side.${whoseSide}`)}
                    />
                  ),
                },
              ]),
        ]}
      />
      {steps.length > 0 && (
        <>
          <h3 className={styles.title}>{t('bounce.next')}</h3>
          <ul className={styles.list}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      {next.some((step) => checkSteps.has(step)) && <LiveCheck explanation={explanation} />}
    </Section>
  );
}

function verbatim(text: string): ReactNode {
  return <span translate="no">{text}</span>;
}

function facts(t: Words, explanation: Explanation): readonly Definition[] {
  const { codes, server, ip, port, domain, time, product, build } = explanation;
  const place = ip !== null && port !== null ? t('bounce.port', { ip, port }) : ip;
  const texts = (
    [
      ['codes', codes.join(', ') || null],
      ['server', server],
      ['address', place],
      ['domain', domain],
      ['product', product === null ? null : `${product} ${build ?? ''}`.trim()],
    ] as const
  ).flatMap(([name, value]) =>
    value === null ? [] : [{ term: t(`bounce.${name}`), description: verbatim(value) }],
  );
  return [
    ...texts,
    ...(time === null ? [] : [{ term: t('bounce.time'), description: <DateTime value={time} /> }]),
    ...explanation.verbatim.map((value) => ({
      term: t('bounce.verbatim'),
      description: t('bounce.verbatim.hint', { value }),
    })),
  ];
}

/** The live check of the domain that the text names, or of its server. */
function LiveCheck({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const desk = useFeatureStore(createDesk);
  const target = parseTarget(explanation.domain ?? explanation.server ?? '', 'smtp');
  if (!target.ok) return null;
  const { label } = target.value;
  const check = () => {
    desk.start(label, defaultCheckOptions);
    void navigate({ to: '/dane/$target', params: { target: label } });
  };
  return (
    <>
      <Button className={styles.check} appearance="primary" onClick={check}>
        {t('bounce.check', { target: label })}
      </Button>
      <p className={styles.hint}>{t('bounce.check.hint')}</p>
    </>
  );
}
