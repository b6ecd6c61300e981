import { makeStyles, tokens } from '@fluentui/react-components';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  copy: { '@media print': { display: 'none' } },
});

/** Lines to copy, under their title; nothing when there are none. */
export function Commands({
  title,
  lines,
  of,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  /** What they are for, to a screen reader. */
  readonly of: string;
}): ReactNode {
  const styles = useStyles();
  if (lines.length === 0) return null;
  const text = lines.join('\n');
  return (
    <div className={styles.root}>
      <p className={styles.title}>{title}</p>
      <CodeBlock label={`${title}: ${of}`}>{text}</CodeBlock>
      <div className={styles.copy}>
        <CopyButton text={text} of={`${title}: ${of}`} size="small" />
      </div>
    </div>
  );
}
