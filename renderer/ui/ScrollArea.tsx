import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Scrolls by itself within the page, by keyboard as well. */
export function ScrollArea({
  label,
  className,
  area,
  onScroll,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly area?: RefObject<HTMLElement | null>;
  readonly onScroll?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <section
      ref={area}
      aria-label={label}
      className={mergeClasses(styles.root, className)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys scroll what has the focus
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </section>
  );
}
