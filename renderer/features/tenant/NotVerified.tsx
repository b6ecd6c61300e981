import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../ui/Section.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '72ch' },
  list: { margin: 0, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase400 },
});

const points = ['errors', 'exchange', 'check', 'clouds', 'commands', 'answers'] as const;

/** What nobody has tried with Microsoft itself; `docs/not-verified.md` in short. */
export function NotVerified(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('notVerified.title')}>
      <p className={styles.text}>{t('notVerified.text')}</p>
      <ul className={styles.list}>
        {points.map((each) => (
          <li key={each}>{t(`notVerified.${each}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
