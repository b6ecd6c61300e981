import { makeStyles, tokens } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RolloverCheck, RolloverVerdict } from '../../../../shared/dane/rollover.ts';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

const useStyles = makeStyles({
  verdict: {
    display: 'block',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  meaning: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    maxWidth: '76ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
  },
  copy: { marginTop: tokens.spacingVerticalS },
});

const icons: Readonly<Record<RolloverVerdict, Verdict>> = {
  safe: 'good',
  wait: 'wait',
  'stops-mail': 'bad',
  undetermined: 'unknown',
};

/** Whether the next certificate may be installed, why, and which records to publish or remove. */
export function RenewalAnswer({ result }: { readonly result: RolloverCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { formatDate } = useIntl();
  const { verdict, notBefore, host, reason, ttl, tlsaStatus, missing, obsolete } = result;
  const { publishedSince } = result;
  const time =
    notBefore === null ? '–' : formatDate(notBefore, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Section title={t('renewal.result')}>
      <span className={styles.verdict}>
        <VerdictIcon
          verdict={icons[verdict]}
          word={t(`renewal.verdict.${verdict}`, { time })}
          large
        />
      </span>
      <p className={styles.meaning}>{t(`renewal.meaning.${verdict}`, { host })}</p>
      <DefinitionList
        items={[
          { term: t('renewal.reason'), description: t(`dane.rollover.reason.${reason}`) },
          ...(tlsaStatus === null
            ? []
            : [{ term: t('renewal.status'), description: t(`dane.security.${tlsaStatus}`) }]),
          ...(ttl === null
            ? []
            : [
                {
                  term: t('renewal.ttl'),
                  description: t('renewal.ttl.value', { seconds: ttl }),
                },
              ]),
          ...(publishedSince === null
            ? []
            : [{ term: t('renewal.since'), description: <DateTime value={publishedSince} /> }]),
        ]}
      />
      <Records title={t('renewal.missing')} records={missing} />
      <Records title={t('renewal.obsolete')} records={obsolete} />
    </Section>
  );
}

function Records({
  title,
  records,
}: {
  readonly title: string;
  readonly records: readonly string[];
}): ReactNode {
  const styles = useStyles();
  if (records.length === 0) return null;
  const text = records.join('\n');
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <CodeBlock label={title}>{text}</CodeBlock>
      <div className={styles.copy}>
        <CopyButton text={text} of={title} />
      </div>
    </>
  );
}
