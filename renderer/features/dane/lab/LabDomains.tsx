import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { Section } from '../../../ui/Section.tsx';
import { VerdictLabel } from '../VerdictLabel.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { createBatch } from '../many/batch.ts';
import { createDesk } from '../check/desk.ts';
import { defaultCheckOptions } from '../../../../shared/dane/run.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckOptions } from '../../../../shared/dane/run.ts';
import type { PracticeLabView } from '../../../../shared/contract/demo.ts';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    [narrow]: { '&, & tbody, & tr, & td, & th': { display: 'block' } },
  },
  headRow: { [narrow]: { display: 'none' } },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'baseline',
  },
  name: { whiteSpace: 'nowrap' },
  all: { marginTop: tokens.spacingVerticalM },
});

const inLab: CheckOptions = { ...defaultCheckOptions, place: 'lab' };

const columns = ['domain', 'shows', 'expected', 'check'] as const;

/** The lab's domains, what each of them shows, and a button that checks it. */
export function LabDomains({ lab }: { readonly lab: PracticeLabView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const desk = useFeatureStore(createDesk);
  const batch = useFeatureStore(createBatch);
  const check = (domain: string) => {
    desk.start(domain, inLab);
    void navigate({ to: '/dane/$target', params: { target: domain }, search: { place: 'lab' } });
  };
  const checkAll = () => {
    batch.start(
      lab.domains.map(({ domain }) => domain),
      inLab,
    );
    void navigate({ to: '/domains' });
  };
  return (
    <Section title={t('lab.domains')}>
      <table className={styles.table} aria-label={t('lab.domains')}>
        <thead className={styles.headRow}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`lab.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lab.domains.map(({ domain, scenario, expected }) => (
            <tr key={domain} className={styles.row}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)} translate="no">
                {domain}
              </th>
              <td className={styles.cell}>{t(`lab.scenario.${scenario}`)}</td>
              <td className={styles.cell}>
                <VerdictLabel verdict={expected} />
              </td>
              <td className={styles.cell}>
                <Button size="small" onClick={() => check(domain)}>
                  {t('lab.check')}
                  <VisuallyHidden> {domain}</VisuallyHidden>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button className={styles.all} onClick={checkAll}>
        {t('lab.checkAll')}
      </Button>
    </Section>
  );
}
