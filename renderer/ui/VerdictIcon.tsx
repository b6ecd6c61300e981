import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from './words.tsx';
import type { ReactNode } from 'react';

export type Verdict = 'good' | 'note' | 'warning' | 'bad';

const icons = {
  good: CheckmarkCircleFilled,
  note: InfoFilled,
  warning: WarningFilled,
  bad: ErrorCircleFilled,
};

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0, fontSize: '16px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  note: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

/** A verdict by its icon and its word; the colour only repeats them. */
export function VerdictIcon({
  verdict,
  word,
}: {
  readonly verdict: Verdict;
  /** Replaces the verdict's own word. */
  readonly word?: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const Icon = icons[verdict];
  return (
    <span className={styles.root}>
      <Icon className={mergeClasses(styles.icon, styles[verdict])} />
      {word ?? t(`app.verdict.${verdict}`)}
    </span>
  );
}
