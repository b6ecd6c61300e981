import { makeStyles, tokens } from '@fluentui/react-components';
import { ChainSection } from './ChainSection.tsx';
import { JsonSection } from './JsonSection.tsx';
import { OpinionSection } from './OpinionSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { VerdictSection } from './VerdictSection.tsx';
import type { PublicResolver } from './ResolverFinding.tsx';
import type { ReactNode } from 'react';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';

const useStyles = makeStyles({
  top: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
});

/** A validated answer: what it came to first, then why, then everything. */
export function ResultView({
  view,
  onCheckAgain,
  onAsk,
}: {
  readonly view: ValidationView;
  readonly onCheckAgain: () => void;
  readonly onAsk: (other: PublicResolver) => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <>
      <div className={styles.top}>
        <VerdictSection view={view} onCheckAgain={onCheckAgain} onAsk={onAsk} />
        <OpinionSection validation={view.validation} />
      </div>
      <ChainSection view={view} />
      <RecordSection validation={view.validation} />
      <JsonSection validation={view.validation} />
    </>
  );
}
