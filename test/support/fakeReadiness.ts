import { applyWaivers } from '../../shared/readiness/waivers.ts';
import { checklistIds } from '../../shared/readiness/checklists/checklistIds.ts';
import { diffResults } from '../../shared/readiness/diff.ts';
import { evaluateRules } from '../../shared/readiness/evaluate.ts';
import { failure, success } from '../../shared/errors.ts';
import { readPublicFolderScript } from '../../shared/readiness/publicFolderScript.ts';
import { ruleStatuses } from '../../shared/readiness/ruleIds.ts';
import type { Answers } from './openPage.tsx';
import type { ChecklistStep, ChecklistView } from '../../shared/contract/checklists.ts';
import type { KeptWaiver, RunView } from '../../shared/contract/readiness.ts';
import type { RuleResult } from '../../shared/readiness/rule.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import type { TenantView } from '../../shared/contract/tenant.ts';

interface FakeRun {
  readonly view: RunView;
  readonly results: readonly RuleResult[];
}

export interface FakeReadiness {
  readonly answers: Answers;
  /** What the tenant is read as from now on. */
  readonly read: (snapshot: Snapshot) => void;
  readonly saved: readonly unknown[];
}

const key = '7d1f6c9a-3c50-4a57-9d9e-000000000001';

/** A step as the service sends it, with nothing special. */
export function stepOf(id: string, known: Partial<ChecklistStep> = {}): ChecklistStep {
  return {
    id,
    params: {},
    state: 'open',
    message: null,
    verifiable: false,
    commands: [],
    records: [],
    rollback: [],
    waitSeconds: null,
    evidence: [],
    checked: null,
    ...known,
  };
}

/** A companion with one tenant: real rules on the snapshot that it is given, kept in memory. */
export function fakeReadiness({
  snapshot,
  at,
  demo = false,
  finished = true,
  steps = [],
}: {
  readonly snapshot: Snapshot | null;
  readonly at: Date;
  readonly demo?: boolean;
  /** `false`: its reading was ended in the middle. */
  readonly finished?: boolean;
  readonly steps?: readonly ChecklistStep[];
}): FakeReadiness {
  let current = snapshot;
  let snapshots = current === null ? 0 : 1;
  let runs: readonly FakeRun[] = [];
  let waivers: readonly KeptWaiver[] = [];
  let shown = steps;
  const saved: unknown[] = [];

  const newest = () =>
    current === null ? null : { id: snapshots, takenAt: current.takenAt, finished };
  const tenant = (): TenantView => ({
    key,
    id: key,
    name: 'Contoso',
    demo,
    accountId: null,
    newest: newest(),
    snapshots,
  });
  const tenants = () => ({
    inUse: current === null ? null : key,
    tenants: current === null ? [] : [tenant()],
    storage: { lasting: true, keptAside: null },
  });
  const resultsOf = ({ results }: FakeRun) => applyWaivers(results, waivers, at);
  const viewOf = (run: FakeRun): RunView => ({ ...run.view, counts: countsOf(resultsOf(run)) });
  const views = () => runs.map(viewOf);
  const find = (id: number) => runs.find(({ view }) => view.id === id);
  const compare = (from: FakeRun, to: FakeRun) => [...diffResults(resultsOf(from), resultsOf(to))];
  const viewed = (subject: string | null): ChecklistView => ({
    id: 'inbound-dane',
    tenant: key,
    subject,
    subjects: ['contoso.example'],
    reader: demo ? 'demo' : 'nobody',
    snapshot: newest(),
    steps: [...shown],
  });

  const answers: Answers = {
    'tenant.list': () => success(tenants()),
    'readiness.run': () => {
      const id = runs.length + 1;
      const results = evaluateRules(current!, at);
      const view: RunView = {
        id,
        tenant: key,
        snapshot: newest(),
        takenAt: current!.takenAt,
        evaluatedAt: new Date(at.getTime() + id * 60_000).toISOString(),
        baseline: null,
        counts: countsOf(results),
      };
      const run = { view, results };
      runs = [run, ...runs];
      return success(viewOf(run));
    },
    'readiness.runs': () => success(views()),
    'readiness.results': ({ runId }) => {
      const run = find(runId);
      if (run === undefined) return failure('input-invalid');
      return success({ run: viewOf(run), results: [...resultsOf(run)] });
    },
    'readiness.diff': (input) => {
      const [from, to] = [find(input.from), find(input.to)];
      if (from === undefined || to === undefined) return failure('input-invalid');
      return success({ from: viewOf(from), to: viewOf(to), entries: compare(from, to) });
    },
    'readiness.baseline': ({ runId, name }) => {
      runs = runs.map((run) =>
        run.view.id === runId ? { ...run, view: { ...run.view, baseline: name } } : run,
      );
      return success(views());
    },
    'readiness.forgetRun': ({ runId }) => {
      runs = runs.filter(({ view }) => view.id !== runId);
      return success(views());
    },
    'readiness.waivers': () => success([...waivers]),
    'readiness.waive': ({ waiver }) => {
      const expired = Date.parse(waiver.until) <= at.getTime();
      waivers = [...waivers, { ...waiver, id: waivers.length + 1, expired }];
      return success([...waivers]);
    },
    'readiness.unwaive': ({ id }) => {
      waivers = waivers.filter((waiver) => waiver.id !== id);
      return success([...waivers]);
    },
    'readiness.overview': () => {
      const [run, before] = runs;
      if (run === undefined) {
        return success({
          run: null,
          attention: [],
          deadlines: [],
          unassessed: [],
          changes: null,
        });
      }
      const results = resultsOf(run);
      const of = (...statuses: readonly string[]) =>
        results.filter(({ status }) => statuses.includes(status));
      const attention = [...of('fail'), ...of('warning'), ...of('manual')];
      const dated = Map.groupBy(
        attention.filter(({ deadline }) => deadline !== null),
        ({ deadline }) => deadline ?? '',
      );
      return success({
        run: viewOf(run),
        attention,
        deadlines: [...dated]
          .map(([date, some]) => ({ at: date, results: some }))
          .toSorted((a, b) => a.at.localeCompare(b.at)),
        unassessed: of('not-assessed', 'error'),
        changes:
          before === undefined ? null : { since: viewOf(before), entries: compare(before, run) },
      });
    },
    'readiness.script': ({ text }) => success({ ...readPublicFolderScript(text) }),
    'reports.make': (input) => {
      saved.push(input);
      return success({
        fileName: `readiness.${input.format}`,
        mediaType: 'text/plain',
        base64: 'SGVsbG8=',
      });
    },
    'checklists.list': () =>
      success(
        checklistIds.map((id) => ({
          id,
          needs: id === 'inbound-dane' ? ('domain' as const) : ('tenant' as const),
          progress:
            id === 'inbound-dane'
              ? [{ subject: 'contoso.example', done: 1, total: 3, changedAt: at.toISOString() }]
              : [],
        })),
      ),
    'checklists.get': ({ subject }) => success(viewed(subject)),
    'checklists.verify': ({ subject, step }) => {
      shown = shown.map((each) =>
        each.verifiable && (step === null || step === each.id)
          ? {
              ...each,
              state: 'done',
              evidence: [{ what: 'MX', value: 'contoso.example', at: at.toISOString() }],
              checked: { at: at.toISOString(), by: 'app', note: '' },
            }
          : each,
      );
      return success(viewed(subject));
    },
    'checklists.tick': ({ subject, step, done, note }) => {
      shown = shown.map((each) =>
        each.id === step
          ? {
              ...each,
              state: done ? 'done' : 'open',
              checked: done ? { at: at.toISOString(), by: 'person', note } : null,
            }
          : each,
      );
      return success(viewed(subject));
    },
    'checklists.reset': ({ subject }) => {
      shown = steps;
      return success(viewed(subject));
    },
  };
  return {
    answers,
    read(next) {
      current = next;
      snapshots += 1;
    },
    saved,
  };
}

function countsOf(results: readonly RuleResult[]): RunView['counts'] {
  const counts = ruleStatuses.map((status) => [
    status,
    results.filter((result) => result.status === status).length,
  ]);
  return Object.fromEntries(counts) as RunView['counts'];
}
