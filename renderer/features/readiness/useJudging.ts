import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/call.ts';
import { createAutoJudged, createJudging } from './runDesk.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { RunView } from '../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../shared/contract/tenant.ts';

/** Judges a tenant's newest snapshot by the rules of today. */
export function useJudging(tenant: TenantView) {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { run, tenant: judged } = useFeatureStore(createJudging);
  const state = useStore(run.state);
  const isHere = useStore(judged) === tenant.key;
  const judge = async (snapshotId: number | null) => {
    judged.set(() => tenant.key);
    const ended = await run.start({ tenant: tenant.key, snapshotId });
    if (ended?.kind !== 'done') return;
    announce(t('readinessPage.run.done', { fail: ended.value.counts.fail }));
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  const own: typeof state = isHere ? state : { kind: 'idle' };
  return { state: own, judge, cancel: run.cancel };
}

/**
 * Judges what was read and not judged yet: it takes a moment and asks nothing outside. A reading that
 * was ended in the middle is the person's to judge. `newest` `undefined`: not known yet.
 */
export function useAutoJudging(tenant: TenantView, newest: RunView | null | undefined): void {
  const judged = useFeatureStore(createAutoJudged);
  const { state, judge } = useJudging(tenant);
  const snapshot = tenant.newest;
  const isDue =
    newest !== undefined &&
    snapshot !== null &&
    snapshot.finished &&
    newest?.snapshot?.id !== snapshot.id &&
    state.kind !== 'running';
  useEffect(() => {
    if (!isDue) return;
    const name = `${snapshot.id} ${tenant.key}`;
    if (judged.has(name)) return;
    judged.add(name);
    void (async () => {
      if (await isUnjudged(tenant.key, snapshot.id)) await judge(snapshot.id);
    })();
  });
}

/** What the page shows may be older than what is kept. */
async function isUnjudged(tenant: string, snapshotId: number): Promise<boolean> {
  const [tenants, runs] = await Promise.all([
    call('tenant.list', {}),
    call('readiness.runs', { tenant }),
  ]);
  if (!tenants.ok || !runs.ok) return false;
  const newest = tenants.value.tenants.find(({ key }) => key === tenant)?.newest;
  return (
    newest?.id === snapshotId && runs.value.every(({ snapshot }) => snapshot?.id !== newest.id)
  );
}
