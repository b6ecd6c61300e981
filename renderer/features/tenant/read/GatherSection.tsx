import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SourceTable } from '../settings/SourcesSection.tsx';
import { createGatherRun } from '../runs.ts';
import { sourceName } from '../sourceWords.ts';
import { tenantKey } from '../../../app/tenants.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { GatherItem } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  start: { justifySelf: 'start' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '28px',
  },
  text: { margin: 0 },
});

/** Reads the chosen sources, and shows how far each is. */
export function GatherSection({
  accountId,
  chosen,
}: {
  readonly accountId: string | null;
  readonly chosen: readonly SourceId[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const run = useFeatureStore(createGatherRun);
  const state = useStore(run.state);
  const items = useStore(run.items);
  const { reading, done } = useMemo(() => progressOf(items), [items]);
  const start = async () => {
    await run.start({ accountId, sources: [...chosen] });
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  return (
    <Section title={t('tenantRead.title')}>
      <div className={styles.root}>
        {state.kind === 'running' ? (
          <JobProgressBar
            label={t('tenantRead.running')}
            progress={state.progress}
            onCancel={run.cancel}
          />
        ) : (
          <Button
            className={styles.start}
            appearance="primary"
            disabledFocusable={chosen.length === 0}
            onClick={() => void start()}
          >
            {t('tenantRead.start', { count: chosen.length })}
          </Button>
        )}
        {state.kind === 'failed' && <ErrorMessage error={state.error} />}
        {state.kind === 'running' && reading.length > 0 && (
          <ul className={styles.list} aria-label={t('tenantRead.progress')}>
            {reading.map(({ id, records }) => (
              <li key={id} className={styles.item}>
                <Spinner size="extra-tiny" />
                {sourceName(id, t)} – {t('tenantRead.reading', { records })}
              </li>
            ))}
          </ul>
        )}
        {state.kind === 'done' && (
          <>
            <output>{t('tenantRead.done')}</output>
            {state.value.snapshot === null && (
              <p className={styles.text}>{t('tenantRead.notKept')}</p>
            )}
            <div>
              <LinkButton to="/tenant">{t('tenantRead.show')}</LinkButton>
            </div>
          </>
        )}
        {state.kind === 'done' ? (
          <SourceTable sources={state.value.sources} />
        ) : (
          done.length > 0 && <SourceTable sources={done} />
        )}
      </div>
    </Section>
  );
}

type Reading = Extract<GatherItem, { kind: 'reading' }>;
type Done = Extract<GatherItem, { kind: 'done' }>['entry'];

/** Of what was said, the newest of each source. */
function progressOf(items: readonly GatherItem[]): {
  readonly reading: readonly Reading[];
  readonly done: readonly Done[];
} {
  const reading = new Map<SourceId, Reading>();
  const done = new Map<SourceId, Done>();
  for (const item of items) {
    if (item.kind === 'reading') reading.set(item.id, item);
    else done.set(item.entry.id, item.entry);
  }
  for (const id of done.keys()) reading.delete(id);
  return { reading: [...reading.values()], done: [...done.values()] };
}
