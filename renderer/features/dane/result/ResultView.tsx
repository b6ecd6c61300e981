import { makeStyles, tokens } from '@fluentui/react-components';
import { BesideDane } from './BesideDane.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { FindingList } from './FindingList.tsx';
import { HostCard } from './HostCard.tsx';
import { PortBlocked, isPortBlocked } from './PortBlocked.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StepList } from './StepList.tsx';
import { VerdictCard } from './VerdictCard.tsx';
import { groupFindings } from './findingGroups.ts';
import { useWords } from '../../../ui/words.tsx';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  notes: { marginTop: tokens.spacingVerticalM },
  none: { margin: 0 },
});

/** A finished check: the verdict first, then how it was reached, what to do, and what it rests on. */
export function ResultView({
  kept,
  actions,
}: {
  readonly kept: KeptCheck;
  readonly actions: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { check, service } = kept;
  return (
    <div className={styles.root}>
      <VerdictCard kept={kept} actions={actions} />
      <Section title={t('daneCheck.steps')}>
        <StepList trace={check.trace} check={check} service={service} />
      </Section>
      {isPortBlocked(check) && <PortBlocked check={check} />}
      <Findings kept={kept} />
      {check.hosts.length > 0 && (
        <Section title={t('daneCheck.servers')}>
          {check.hosts.map((host) => (
            <HostCard key={host.name} host={host} kept={kept} />
          ))}
        </Section>
      )}
      <BesideDane check={check} />
      <EvidenceSection kept={kept} />
    </div>
  );
}

function Findings({ kept: { check } }: { readonly kept: KeptCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const groups = groupFindings(check.findings);
  const open = groups.filter(({ finding }) => finding.severity !== 'info');
  const notes = groups.filter(({ finding }) => finding.severity === 'info');
  return (
    <Section title={t('daneCheck.findings')}>
      {open.length === 0 ? (
        <p className={styles.none}>{t('daneCheck.findings.none')}</p>
      ) : (
        <FindingList groups={open} />
      )}
      {notes.length > 0 && (
        <div className={styles.notes}>
          <Disclosure label={t('daneCheck.findings.notes', { count: notes.length })}>
            <FindingList groups={notes} />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
