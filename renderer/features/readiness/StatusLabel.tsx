import { VerdictIcon } from '../../ui/VerdictIcon.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleStatus } from '../../../shared/readiness/ruleIds.ts';
import type { Verdict } from '../../ui/VerdictIcon.tsx';

const icons: Readonly<Record<RuleStatus, Verdict>> = {
  pass: 'good',
  fail: 'bad',
  warning: 'warning',
  manual: 'note',
  'not-assessed': 'unknown',
  'not-applicable': 'note',
  waived: 'wait',
  error: 'unknown',
};

/** What a rule came to, in its icon and its words. `null`: the run has no such subject. */
export function StatusLabel({ status }: { readonly status: RuleStatus | null }): ReactNode {
  const t = useWords();
  return (
    <VerdictIcon
      verdict={status === null ? 'note' : icons[status]}
      word={t(`readiness.status.${status ?? 'absent'}`)}
    />
  );
}
