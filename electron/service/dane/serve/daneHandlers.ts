import { failure, success } from '../../../../shared/errors.ts';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import { parseServerName } from '../../../../shared/dane/serverName.ts';
import { parseName } from '../../dns/name.ts';
import { changesBetween } from '../../../../shared/dane/changes.ts';
import { domainVerdictSchema } from '../../../../shared/dane/verdict.ts';
import type { DomainVerdict } from '../../../../shared/dane/verdict.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import type { Handlers } from '../../router.ts';
import { checkAndKeep, checkMany } from './checkMany.ts';
import { forgetSubject, historyKinds, readKept, readPrevious } from './keptChecks.ts';
import { lookUpPublished } from './lookUpPublished.ts';
import { openRun } from './openRun.ts';
import type { RunWorld } from './openRun.ts';

export interface DaneWorld extends RunWorld {
  /** Opened when it is first needed. */
  readonly history: () => OpenHistory;
}

type DaneChannel = Extract<keyof Handlers, `dane.${string}`>;

/** A summary of the history whose verdicts are of this version. */
function verdictAt({ id, checkedAt, verdict, previousVerdict }: Summary) {
  const previous = domainVerdictSchema.safeParse(previousVerdict);
  return {
    id,
    checkedAt,
    verdict: verdict as DomainVerdict,
    previousVerdict: previous.success ? previous.data : null,
  };
}

interface Summary {
  readonly id: number;
  readonly checkedAt: string;
  readonly verdict: string;
  readonly previousVerdict: string | null;
}

function isReadable({ verdict }: Summary): boolean {
  return domainVerdictSchema.safeParse(verdict).success;
}

function kindOf({ place }: { readonly place: CheckPlace }): string {
  return historyKinds[place];
}

/** Checks, and what is kept of them. */
export function createDaneHandlers(world: DaneWorld): Pick<Handlers, DaneChannel> {
  const kept = () => world.history().history;

  return {
    async 'dane.check'({ target, options }, job) {
      const opened = await openRun(options, 1, world);
      if (!opened.ok) return opened;
      using open = opened.value;
      job.progress(0, null);
      return await checkAndKeep(target, options, open.run, world.history(), job.signal, (step) =>
        job.item(step),
      );
    },

    async 'dane.checkMany'({ targets, options }, job) {
      const opened = await openRun(options, targets.length, world);
      if (!opened.ok) return opened;
      using open = opened.value;
      return await checkMany(targets, options, open.run, world.history(), job);
    },

    async 'dane.published'({ host, port, options }, job) {
      const serverName = parseServerName(host);
      if (!serverName.ok) return serverName;
      const name = parseName(serverName.value);
      if (!name.ok) return name;
      const opened = await openRun(options, 1, world);
      if (!opened.ok) return opened;
      using open = opened.value;
      job.progress(0, null);
      const published = await lookUpPublished(name.value, port, open.ports.validator, job.signal);
      return job.signal.aborted ? failure('cancelled') : success(published);
    },

    async 'dane.history.list'(input) {
      const { history, lasting, keptAside } = world.history();
      const kind = kindOf(input);
      const found = history.latest(kind, input.filter, input.limit, input.offset);
      return success({
        storage: { lasting, keptAside },
        total: history.countSubjects(kind, input.filter),
        subjects: found.filter(isReadable).map((summary) => ({
          ...verdictAt(summary),
          subject: summary.subject,
          count: summary.count,
        })),
      });
    },

    async 'dane.history.ofSubject'(input) {
      const checks = kept().ofSubject(kindOf(input), input.subject, input.limit);
      return success({ checks: checks.filter(isReadable).map(verdictAt) });
    },

    'dane.history.get': async ({ id }) => readKept(kept(), id),

    async 'dane.history.several'({ ids }) {
      return success({
        checks: ids.flatMap((id) => {
          const found = readKept(kept(), id);
          if (!found.ok) return [];
          const { evidence: _, ...check } = found.value.check;
          return [check];
        }),
      });
    },

    async 'dane.history.changes'({ id }) {
      const found = readKept(kept(), id);
      if (!found.ok) return found;
      const previous = readPrevious(kept(), id);
      if (previous === null) return success({ since: null, changes: [] });
      return success({
        since: previous.check.checkedAt,
        changes: changesBetween(previous.check, found.value.check),
      });
    },

    async 'dane.history.forget'(input) {
      return success({ forgotten: forgetSubject(world.history(), input.place, input.subject) });
    },
  };
}
