import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `2px ${tokens.spacingHorizontalL}`,
    margin: 0,
    '@media (min-width: 480px)': {
      gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalXS,
    },
  },
  term: { color: tokens.colorNeutralForeground2 },
  description: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 479px)': { marginBottom: tokens.spacingVerticalS },
  },
});

export interface Definition {
  readonly term: string;
  readonly description: ReactNode;
}

/** Names and values of one thing. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {items.flatMap(({ term, description }) => [
        <dt key={`${term}-term`} className={styles.term}>
          {term}
        </dt>,
        <dd key={term} className={styles.description}>
          {description}
        </dd>,
      ])}
    </dl>
  );
}
