import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockFilled } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from './words.tsx';
import type { ReactNode } from 'react';

/** `wait`: it is not decided yet. `unknown`: it could not be found out. */
export type Verdict = 'good' | 'note' | 'warning' | 'bad' | 'wait' | 'unknown';

const icons = {
  good: CheckmarkCircleFilled,
  note: InfoFilled,
  warning: WarningFilled,
  bad: ErrorCircleFilled,
  wait: ClockFilled,
  unknown: QuestionCircleFilled,
};

/** Where a table's rows are stacked, and the longest words need more than one line. */
const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
  },
  // The words give the line that the surroundings align to.
  icon: { alignSelf: 'center', flexShrink: 0, fontSize: '16px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  note: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  wait: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
  large: { fontSize: '28px' },
  // Among the words of a heading, which may take more than one line.
  heading: { whiteSpace: 'normal' },
});

/** A verdict by its icon and its word; the colour only repeats them. */
export function VerdictIcon({
  verdict,
  word,
  label,
  large = false,
}: {
  readonly verdict: Verdict;
  /** Replaces the verdict's own word. */
  readonly word?: string;
  /** What the icon says to a screen reader, where no word stands beside it. */
  readonly label?: string;
  readonly large?: boolean;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const Icon = icons[verdict];
  return (
    <span className={mergeClasses(styles.root, large && styles.heading)}>
      <Icon
        className={mergeClasses(styles.icon, large && styles.large, styles[verdict])}
        {...(label !== undefined && { 'aria-label': label })}
      />
      {word ?? t(`app.verdict.${verdict}`)}
    </span>
  );
}
