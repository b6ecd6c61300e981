import { makeStyles, tokens } from '@fluentui/react-components';
import { StatusLabel } from '../StatusLabel.tsx';
import { Subject } from '../Subject.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { changes } from '../../../../shared/readiness/diff.ts';
import { ruleSearch } from '../ruleSearch.ts';
import { titleOfRule } from '../../../../shared/readiness/describe.ts';
import { useWords } from '../../../ui/words.tsx';
import type { DiffEntry } from '../../../../shared/readiness/diff.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalS} 0 0`, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  subject: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** What is different between two runs, grouped by how. */
export function DiffList({ entries }: { readonly entries: readonly DiffEntry[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return changes.map((change) => {
    const some = entries.filter((entry) => entry.change === change);
    if (some.length === 0) return null;
    const title = `${t(`readiness.change.${change}`)} (${some.length})`;
    return (
      <div key={change}>
        <h3 className={styles.title}>{title}</h3>
        <ul className={styles.list} aria-label={title}>
          {some.map((entry) => (
            <Entry key={`${entry.rule} ${entry.subject ?? ''}`} entry={entry} />
          ))}
        </ul>
      </div>
    );
  });
}

function Entry({ entry }: { readonly entry: DiffEntry }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { rule, subject, from, to } = entry;
  return (
    <li className={styles.item}>
      <span className={styles.subject}>
        <TextLink to="/readiness/$rule" params={{ rule }} search={ruleSearch(subject, null)}>
          {titleOfRule(rule, t)}
        </TextLink>
        {subject !== null && (
          <>
            {' · '}
            <Subject subject={subject} />
          </>
        )}
      </span>
      <span>
        <StatusLabel status={from} /> → <StatusLabel status={to} />
      </span>
    </li>
  );
}
