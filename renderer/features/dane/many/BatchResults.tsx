import { Button, Field, Input, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { ResultTable } from './ResultTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { countVerdicts, shownRows } from './rows.ts';
import { historyKey } from '../history/queries.ts';
import { targetsLeft } from './batch.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Batch, BatchRun } from './batch.ts';
import type { ReactNode } from 'react';
import type { RowFilter, RowVerdict } from './rows.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  filter: { flex: '0 1 320px', minWidth: 0 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  chipsTitle: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
});

/** A run over a list: how far it is, and what it has found so far. */
export function BatchResults({
  batch,
  run,
}: {
  readonly batch: Batch;
  readonly run: BatchRun;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { filter, order } = useStore(batch.store);
  const rows = useMemo(() => shownRows(run.items, filter, order), [run.items, filter, order]);
  useHistoryRefresh(run);
  return (
    <Section title={t('many.results')}>
      <div className={styles.root}>
        <Status batch={batch} run={run} />
        {run.items.length > 0 && (
          <div className={styles.row}>
            <Field className={styles.filter} label={t('many.filter')}>
              <Input
                type="search"
                value={filter.text}
                spellCheck={false}
                onChange={(_, { value }) => batch.change({ filter: { ...filter, text: value } })}
              />
            </Field>
            <ExportMenu rows={rows} />
          </div>
        )}
        <VerdictChips
          run={run}
          filter={filter}
          onFilter={(verdicts) => batch.change({ filter: { ...filter, verdicts } })}
        />
        <ResultTable rows={rows} run={run} order={order} batch={batch} />
      </div>
    </Section>
  );
}

function Status({ batch, run }: { readonly batch: Batch; readonly run: BatchRun }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { state, items, targets, progress } = run;
  if (state === 'running') {
    return (
      <JobProgressBar
        label={t('many.running', { count: targets.length })}
        progress={progress}
        onCancel={batch.stop}
      />
    );
  }
  const refused = items.filter(({ kind }) => kind === 'refused').length;
  const left = targetsLeft(run).length;
  return (
    <>
      {typeof state === 'object' && <ErrorMessage error={state.failed} />}
      <output>
        {state === 'done' && t('many.done', { count: items.length - refused, refused })}
        {state === 'stopped' && t('many.stopped', { count: items.length, total: targets.length })}
      </output>
      <div className={styles.row}>
        {state !== 'done' && left > 0 && (
          <Button appearance="primary" onClick={batch.goOn}>
            {t('many.rest', { count: left })}
          </Button>
        )}
        <Button onClick={batch.clear}>{t('many.again')}</Button>
      </div>
    </>
  );
}

/** How many of each verdict; pressed, only those are shown. */
function VerdictChips({
  run,
  filter,
  onFilter,
}: {
  readonly run: BatchRun;
  readonly filter: RowFilter;
  readonly onFilter: (verdicts: readonly RowVerdict[]) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const counts = useMemo(() => countVerdicts(run.items), [run.items]);
  if (counts.size === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.chipsTitle}>{t('many.verdicts')}</legend>
      <div className={styles.chips}>
        {[...counts].map(([verdict, count]) => {
          const checked = filter.verdicts.includes(verdict);
          return (
            <ToggleButton
              key={verdict}
              size="small"
              shape="circular"
              checked={checked}
              onClick={() =>
                onFilter(
                  checked
                    ? filter.verdicts.filter((each) => each !== verdict)
                    : [...filter.verdicts, verdict],
                )
              }
            >
              {t(`many.verdict.${verdict}`)} ({count})
            </ToggleButton>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The pages of the history learn of the new checks when the run ends. */
function useHistoryRefresh({ state }: BatchRun): void {
  const client = useQueryClient();
  useEffect(() => {
    if (state !== 'running') void client.invalidateQueries({ queryKey: historyKey });
  }, [state, client]);
}
