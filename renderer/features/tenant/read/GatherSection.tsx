import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { OpenDemo } from '../OpenDemo.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SourceTable } from '../settings/SourcesSection.tsx';
import { createGatherRun } from '../runs.ts';
import { sourceName } from '../sourceWords.ts';
import { tenantKey, useTenantInUse } from '../../../app/tenants.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AccountView } from '../../../../shared/contract/identity.ts';
import type { GatherItem } from '../../../../shared/contract/tenant.ts';
import type { Output } from '../../../../shared/contract/index.ts';
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
  account,
  chosen,
}: {
  readonly account: AccountView | null;
  readonly chosen: readonly SourceId[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const tenant = useTenantInUse();
  const run = useFeatureStore(createGatherRun);
  const state = useStore(run.state);
  const start = async () => {
    await run.start({ accountId: account?.id ?? null, sources: [...chosen] });
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  const isRunning = state.kind === 'running';
  if (account === null && tenant === null && !isRunning) return <NothingToRead />;
  if (account === null && tenant?.demo === true) return <ReadDemo />;
  return (
    <Section title={t('tenantRead.gather')}>
      <div className={styles.root}>
        {account === null && tenant !== null && (
          <p className={styles.text}>{t('tenantRead.ofTenant', { name: tenant.name })}</p>
        )}
        <Button
          className={styles.start}
          appearance="primary"
          disabledFocusable={chosen.length === 0 || isRunning}
          onClick={() => void start()}
        >
          {t('tenantRead.start', { count: chosen.length })}
        </Button>
        <GatherProgress />
      </div>
    </Section>
  );
}

function NothingToRead(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('tenantRead.gather')}>
      <div className={styles.root}>
        <EmptyState title={t('tenantRead.nothing')}>{t('tenantRead.nothing.text')}</EmptyState>
        <div>
          <LinkButton to="/tenant/import">{t('tenantPages.door.import')}</LinkButton>
        </div>
      </div>
    </Section>
  );
}

/** It is read as a whole, and needs nobody. */
function ReadDemo(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('tenantRead.gather')}>
      <div className={styles.root}>
        <p className={styles.text}>{t('tenantPages.demo.text')}</p>
        <div>
          <OpenDemo />
        </div>
      </div>
    </Section>
  );
}

/** The reading that runs, and how the last one ended. */
function GatherProgress(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const run = useFeatureStore(createGatherRun);
  const state = useStore(run.state);
  const items = useStore(run.items);
  const { reading, done } = useMemo(() => progressOf(items), [items]);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <>
          <JobProgressBar
            label={t('tenantRead.running')}
            progress={state.progress}
            onCancel={run.cancel}
          />
          {reading.length > 0 && (
            <ul className={styles.list} aria-label={t('tenantRead.progress')}>
              {reading.map(({ id, records }) => (
                <li key={id} className={styles.item}>
                  <Spinner size="extra-tiny" role="presentation" />
                  {sourceName(id, t)} – {t('tenantRead.reading', { records })}
                </li>
              ))}
            </ul>
          )}
          {done.length > 0 && <SourceTable sources={done} />}
        </>
      );
    case 'failed':
      return (
        <>
          <ErrorMessage error={state.error} />
          {done.length > 0 && <SourceTable sources={done} />}
        </>
      );
    case 'done':
      return <Ended value={state.value} done={done} />;
    default:
      return state satisfies never;
  }
}

function Ended({
  value: { snapshot, sources },
  done,
}: {
  readonly value: Output<'tenant.gather'>;
  /** Those that this reading asked. */
  readonly done: readonly Done[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const isStopped = done.some(({ reason }) => reason === 'interrupted');
  const troubled = done.filter(({ state }) => state === 'partial' || state === 'failed');
  return (
    <>
      <output>{t(isStopped ? 'tenantRead.stopped' : 'tenantRead.done')}</output>
      {troubled.length > 0 && (
        <>
          <p className={styles.text}>{t('tenantRead.troubled', { count: troubled.length })}</p>
          <SourceTable sources={troubled} />
        </>
      )}
      {snapshot === null && <p className={styles.text}>{t('tenantRead.notKept')}</p>}
      <div>
        <LinkButton to="/tenant">{t('tenantRead.show')}</LinkButton>
      </div>
      <Disclosure label={t('tenantPages.sources.show')}>
        <SourceTable sources={sources} />
      </Disclosure>
    </>
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
