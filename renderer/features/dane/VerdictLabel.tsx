import { VerdictIcon } from '../../ui/VerdictIcon.tsx';
import { useWords } from '../../ui/words.tsx';
import type { DomainVerdict } from '../../../shared/dane/verdict.ts';
import type { ReactNode } from 'react';
import type { Severity } from '../../../shared/dane/findings.ts';
import type { Verdict as Icon } from '../../ui/VerdictIcon.tsx';

export const verdictIcons: Readonly<Record<DomainVerdict, Icon>> = {
  pass: 'good',
  'pass-with-warnings': 'warning',
  fail: 'bad',
  defer: 'wait',
  unreachable: 'unknown',
  'no-dane': 'note',
  'tls-only': 'warning',
  'host-only': 'warning',
  'no-mail': 'note',
};

export const severityIcons: Readonly<Record<Severity, Icon>> = {
  error: 'bad',
  warning: 'warning',
  info: 'note',
};

/** The same in a word or two, for tables; the whole is in the tooltip. */
export function ShortVerdictLabel({ verdict }: { readonly verdict: DomainVerdict }): ReactNode {
  const t = useWords();
  return (
    <span title={t(`dane.verdict.${verdict}`)}>
      <VerdictIcon verdict={verdictIcons[verdict]} word={t(`many.verdict.${verdict}`)} />
    </span>
  );
}

/** What a check came to, of a domain or a server. */
export function VerdictLabel({ verdict }: { readonly verdict: DomainVerdict }): ReactNode {
  const t = useWords();
  return <VerdictIcon verdict={verdictIcons[verdict]} word={t(`dane.verdict.${verdict}`)} />;
}
