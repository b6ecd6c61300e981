import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const wide = '@media (min-width: 1040px)';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)' },
  },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  aside: { [wide]: { position: 'sticky', top: tokens.spacingVerticalL } },
});

/** What is put in on the left, what comes of it on the right, in sight; one below the other if narrow. */
export function Columns({
  main,
  aside,
}: {
  readonly main: ReactNode;
  readonly aside: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.column}>{main}</div>
      <div className={mergeClasses(styles.column, styles.aside)}>{aside}</div>
    </div>
  );
}
