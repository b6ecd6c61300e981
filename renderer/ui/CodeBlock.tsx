import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    // Hexadecimal has no place to break at; words are kept whole where they fit.
    overflowWrap: 'anywhere',
  },
  large: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase500 },
});

/** Text for a machine, in its own letters, wrapped so that nothing scrolls sideways. */
export function CodeBlock({
  children,
  large = false,
  label,
}: {
  readonly children: ReactNode;
  readonly large?: boolean;
  /** Names the block for a screen reader. */
  readonly label?: string;
}): ReactNode {
  const styles = useStyles();
  return (
    <pre
      className={mergeClasses(styles.root, large && styles.large)}
      translate="no"
      {...(label !== undefined && { role: 'group', 'aria-label': label })}
    >
      <code>{children}</code>
    </pre>
  );
}
