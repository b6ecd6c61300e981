import type { ChecklistView } from '../../../../shared/contract/checklists.ts';
import { failure } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { StepPlan } from '../../../../shared/readiness/checklists/checklist.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import type { DomainLook, Progress } from '../../../../shared/readiness/checklists/progress.ts';
import type { HostLook } from '../../../../shared/readiness/checklists/hostLook.ts';
import { describeSource } from '../../../../shared/tenant/sources.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import type { SeenRecords } from '../../history/recordSightings.ts';
import type { JobContext } from '../../jobs.ts';
import type { Reread } from './createRereading.ts';
import { keepProgress } from './keepProgress.ts';
import { lookAtDomain } from './lookAtDomain.ts';
import { lookAtHost } from './lookAtHost.ts';
import { openChecklist } from './openChecklist.ts';
import type { ChecklistsWorld, OpenChecklist } from './openChecklist.ts';
import type { ChecklistKey } from './progressStore.ts';

/** What is looked at live need not be read for the whole tenant. */
const livesInstead = { domain: 'dns', host: 'mxHosts' } as const;

function sourcesToRead(plans: readonly StepPlan[]): readonly SourceId[] {
  const named = plans.flatMap(({ sources, looks }) =>
    sources.filter((id) => !looks.some((look) => livesInstead[look] === id)),
  );
  return [...new Set(named)].filter((id) => describeSource(id).api !== 'import');
}

/** Sets of TLSA records that earlier looks of the checklist saw, the newest first. */
function seenByLooks({ host, firstHost }: Progress, owner: string): readonly SeenRecords[] {
  return [host, firstHost].flatMap((look) =>
    look?.owner !== `${owner}.` || look.tlsaStatus !== 'secure'
      ? []
      : [{ records: look.tlsa.map(({ record }) => record), firstSeen: look.at, lastSeen: look.at }],
  );
}

/** What this computer saw, whoever looked, the newest first. */
function sightings(world: ChecklistsWorld, opened: OpenChecklist) {
  return (owner: string): readonly SeenRecords[] => {
    const own = seenByLooks(opened.progress, owner);
    // The demo tenant's names are nobody's.
    const others = opened.key.tenant === demoTenantId ? [] : world.seen(owner);
    return [...own, ...others].toSorted((a, b) => Date.parse(b.lastSeen) - Date.parse(a.lastSeen));
  };
}

interface Looks {
  readonly domain: DomainLook | null;
  readonly host: HostLook | null;
}

/** Asks the DNS, and mail servers where steps want it. Errors: those of the road. */
async function lookNow(
  world: ChecklistsWorld,
  key: ChecklistKey,
  plans: readonly StepPlan[],
  job: JobContext,
  step: () => void,
): Promise<Result<Looks>> {
  const wants = (look: 'domain' | 'host') => plans.some(({ looks }) => looks.includes(look));
  const { clock, tenants } = world;
  const { signal } = job;
  const road = await tenants.openLookTools(key.tenant);
  if (!road.ok) return road;
  using tools = road.value;
  const domain =
    wants('domain') && key.subject !== null
      ? await lookAtDomain(key.subject, tools, clock, signal)
      : null;
  step();
  const opened = await openChecklist(world, key, signal, domain === null ? {} : { domain });
  if (!opened.ok) return opened;
  const { host } = opened.value.assessment;
  const look =
    wants('host') && host !== null
      ? await lookAtHost(
          {
            host,
            domain: opened.value.assessment.domain,
            connects: checklists[key.checklist].connects,
            before: opened.value.progress.host,
            seen: sightings(world, opened.value),
          },
          { tools, clock, signal },
        )
      : null;
  step();
  return { ok: true, value: { domain, host: look } };
}

function refused(path: string, problem: string): Result<never> {
  return failure('input-invalid', { channel: 'checklists.verify', path, problem });
}

/**
 * Looks at one step or at all that the app can see: settings of the tenant by those who are signed in to
 * it, the DNS and mail servers by itself. Errors: `input-invalid`, `host-invalid`, `cancelled`, those of
 * resolvers and trust anchors.
 */
export async function verifySteps(
  world: ChecklistsWorld,
  reread: Reread,
  { step, ...which }: ChecklistKey & { readonly step: string | null },
  job: JobContext,
): Promise<Result<ChecklistView>> {
  const opened = await openChecklist(world, which, job.signal);
  if (!opened.ok) return opened;
  const { key } = opened.value;
  const { needs, steps } = checklists[key.checklist];
  if (needs !== 'tenant' && key.subject === null) return refused('subject', 'missing');
  const plans = steps.filter(({ id, assess }) => assess !== null && (step === null || id === step));
  if (plans.length === 0) return refused('step', 'not for the app to see');

  const sources = sourcesToRead(plans);
  const looksAtAll = plans.some(({ looks }) => looks.length > 0);
  const total = (sources.length > 0 ? 1 : 0) + (looksAtAll ? 2 : 0);
  let done = 0;
  const tell = () => job.progress((done += 1), total);
  job.progress(0, total);
  if (sources.length > 0) {
    if (key.tenant !== null) await reread(key.tenant, sources, job);
    tell();
  }
  const seen = looksAtAll ? await lookNow(world, key, plans, job, tell) : null;
  if (job.signal.aborted) return failure('cancelled');
  if (seen !== null && !seen.ok) return seen;
  const view = await keepProgress(world, key, (progress) => ({
    ...progress,
    domain: seen?.value.domain ?? progress.domain,
    host: seen?.value.host ?? progress.host,
    firstHost: firstOf(key, progress.firstHost, seen?.value.host ?? null),
  }));
  if (!view.ok) return view;
  const looked = new Set(plans.map(({ id }) => id));
  for (const each of view.value.steps) if (looked.has(each.id)) job.item(each);
  return view;
}

/** The first look that showed a certificate: only against that one can a change be seen. */
function firstOf({ tenant }: ChecklistKey, before: HostLook | null, now: HostLook | null) {
  if (now === null) return before;
  // The demo tenant's servers have new certificates whenever they are started.
  if (tenant === demoTenantId || before?.host !== now.host) return now;
  return before.certificate === null ? now : before;
}
