import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { JudgeButton } from '../JudgeButton.tsx';
import { RuleGroupSection } from './RuleGroupSection.tsx';
import { SaveReport } from '../SaveReport.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ShownRun } from '../ShownRun.tsx';
import { TenantPage } from '../TenantPage.tsx';
import { groupResults } from './filterResults.ts';
import { resultsRoute } from '../readinessRoutes.ts';
import { ruleStatuses, severities } from '../../../../shared/readiness/ruleIds.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { ResultFilter } from './filterResults.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media print': { display: 'none' },
  },
  text: { flex: '1 1 240px', minWidth: 0, maxWidth: '420px' },
  choice: { flex: '0 1 180px', minWidth: 0 },
});

/** Every result of a run, under its rule. */
export function ResultsPage(): ReactNode {
  const t = useWords();
  const { run: runId } = resultsRoute.useSearch();
  return (
    <TenantPage title={t('results.title')} lead={t('results.lead')}>
      {(tenant) => (
        <ShownRun key={tenant.key} tenant={tenant} runId={runId}>
          {(run, results) => <Results tenant={tenant} run={run} results={results} />}
        </ShownRun>
      )}
    </TenantPage>
  );
}

function Results({
  tenant,
  run,
  results,
}: {
  readonly tenant: TenantView;
  readonly run: RunView;
  readonly results: readonly RuleResult[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { run: runId, status, severity, text = '' } = resultsRoute.useSearch();
  const navigate = resultsRoute.useNavigate();
  const groups = useMemo(
    () => groupResults(results, { status, severity, text }, t),
    [results, status, severity, text, t],
  );
  const count = groups.reduce((sum, group) => sum + group.results.length, 0);
  const show = (filter: Partial<ResultFilter>) =>
    void navigate({
      search: searchOf({ status, severity, text, ...filter }, runId),
      replace: true,
    });
  return (
    <>
      <div className={styles.row}>
        {runId === undefined && <JudgeButton tenant={tenant} />}
        <SaveReport run={run} />
      </div>
      <div className={styles.row}>
        <Field className={styles.text} label={t('results.text')}>
          <Input
            type="search"
            value={text}
            spellCheck={false}
            onChange={(_, { value }) => show({ text: value })}
          />
        </Field>
        <SelectField
          className={styles.choice}
          label={t('results.status')}
          value={status ?? ''}
          choices={[
            { value: '', text: t('results.showAll') },
            ...ruleStatuses.map((value) => ({ value, text: t(`readiness.status.${value}`) })),
          ]}
          onChange={(value) => show({ status: ruleStatuses.find((each) => each === value) })}
        />
        <SelectField
          className={styles.choice}
          label={t('results.severity')}
          value={severity ?? ''}
          choices={[
            { value: '', text: t('results.showAll') },
            ...severities.map((value) => ({ value, text: t(`readiness.severity.${value}`) })),
          ]}
          onChange={(value) => show({ severity: severities.find((each) => each === value) })}
        />
      </div>
      <output>{t('results.shown', { count, total: results.length })}</output>
      {count === 0 && (
        <EmptyState title={t('results.none')}>
          <Button
            size="small"
            onClick={() => show({ status: undefined, severity: undefined, text: '' })}
          >
            {t('results.showAll')}
          </Button>
        </EmptyState>
      )}
      {groups.map((group) => (
        <RuleGroupSection key={group.rule} group={group} runId={runId ?? null} />
      ))}
    </>
  );
}

/** The address of a filter: what filters nothing is left out. */
function searchOf({ status, severity, text }: ResultFilter, run: number | undefined) {
  return {
    ...(status !== undefined && { status }),
    ...(severity !== undefined && { severity }),
    ...(text !== '' && { text }),
    ...(run !== undefined && { run }),
  };
}
