import { z } from 'zod';
import { changes } from '../readiness/diff.ts';
import { command, job, query } from './channel.ts';
import { ruleIds, ruleStatuses, severities } from '../readiness/ruleIds.ts';
import { snapshotIdSchema, snapshotRefSchema, tenantKeySchema } from './tenant.ts';
import { sourceIds } from '../tenant/sources.ts';
import type { RuleResult } from '../readiness/rule.ts';

const runIdSchema = z.number().int().positive();
const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Sentences of it: `describeResult` of `shared/readiness/describe.ts`. */
export const ruleResultSchema = z.strictObject({
  rule: z.enum(ruleIds),
  status: z.enum(ruleStatuses),
  severity: z.enum(severities),
  subject: z.string().nullable(),
  evidence: z.array(
    z.strictObject({
      source: z.enum(sourceIds),
      property: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
    }),
  ),
  affected: z.strictObject({ count: z.number().int(), sample: z.array(z.string()) }),
  deadline: z.string().nullable(),
  reason: z.strictObject({ code: z.string(), params: paramsSchema }),
  remedy: z
    .strictObject({
      commands: z.array(z.string()),
      records: z.array(z.string()),
      rollback: z.array(z.string()),
      verify: z.array(z.string()),
    })
    .nullable(),
}) as unknown as z.ZodType<RuleResult>;

const countsSchema = z.strictObject(
  Object.fromEntries(ruleStatuses.map((status) => [status, z.number().int().nonnegative()])) as {
    [Status in (typeof ruleStatuses)[number]]: z.ZodNumber;
  },
);

/** One evaluation of a snapshot, kept. */
export const runSchema = z.strictObject({
  id: runIdSchema,
  tenant: tenantKeySchema,
  /** `null`: the snapshot is gone; the results are kept all the same. */
  snapshot: snapshotRefSchema.nullable(),
  takenAt: z.string(),
  evaluatedAt: z.string(),
  /** Name of the baseline that it is; `null`: it is none. */
  baseline: z.string().nullable(),
  counts: countsSchema,
});
export type RunView = z.infer<typeof runSchema>;

export const waiverSchema = z.strictObject({
  rule: z.enum(ruleIds),
  subject: z.string().max(512).nullable(),
  reason: z.string().trim().min(1).max(1000),
  owner: z.string().trim().min(1).max(200),
  until: z.iso.datetime(),
});

export const keptWaiverSchema = waiverSchema.extend({
  id: z.number().int().positive(),
  expired: z.boolean(),
});
export type KeptWaiver = z.infer<typeof keptWaiverSchema>;

export const diffEntrySchema = z.strictObject({
  rule: z.enum(ruleIds),
  subject: z.string().nullable(),
  change: z.enum(changes),
  from: z.enum(ruleStatuses).nullable(),
  to: z.enum(ruleStatuses).nullable(),
});

const deadlineSchema = z.strictObject({
  at: z.string(),
  /** Results it concerns. */
  results: z.array(ruleResultSchema),
});

const waiversSchema = z.array(keptWaiverSchema);

export const readinessChannels = {
  /** Judges the tenant's newest snapshot, or this one, and keeps the run. */
  'readiness.run': job({
    input: { tenant: tenantKeySchema, snapshotId: snapshotIdSchema.nullable() },
    output: runSchema,
  }),
  /** Newest first. */
  'readiness.runs': query({
    input: z.strictObject({ tenant: tenantKeySchema }),
    output: z.array(runSchema),
  }),
  /** Results with the waivers of today in force. */
  'readiness.results': query({
    input: z.strictObject({ runId: runIdSchema }),
    output: z.strictObject({ run: runSchema, results: z.array(ruleResultSchema) }),
  }),
  'readiness.diff': query({
    input: z.strictObject({ from: runIdSchema, to: runIdSchema }),
    output: z.strictObject({ from: runSchema, to: runSchema, entries: z.array(diffEntrySchema) }),
  }),
  /** A name is one run's; naming another moves it. `null` takes the name away. */
  'readiness.baseline': command({
    input: z.strictObject({
      runId: runIdSchema,
      name: z.string().trim().min(1).max(80).nullable(),
    }),
    output: z.array(runSchema),
  }),
  'readiness.forgetRun': command({
    input: z.strictObject({ runId: runIdSchema }),
    output: z.array(runSchema),
  }),
  'readiness.waivers': query({
    input: z.strictObject({ tenant: tenantKeySchema }),
    output: waiversSchema,
  }),
  'readiness.waive': command({
    input: z.strictObject({ tenant: tenantKeySchema, waiver: waiverSchema }),
    output: waiversSchema,
  }),
  'readiness.unwaive': command({
    input: z.strictObject({ tenant: tenantKeySchema, id: z.number().int().positive() }),
    output: waiversSchema,
  }),
  /** What the overview shows, from what is kept: nothing is asked outside and nothing judged anew. */
  'readiness.overview': query({
    input: z.strictObject({ tenant: tenantKeySchema }),
    output: z.strictObject({
      /** `null`: the tenant has not been judged yet. */
      run: runSchema.nullable(),
      /** Fails, then warnings, then what is to be done by hand; by severity, then deadline. */
      attention: z.array(ruleResultSchema),
      /** By date, those past first. */
      deadlines: z.array(deadlineSchema),
      /** What could not be judged. */
      unassessed: z.array(ruleResultSchema),
      /** Since the baseline, else the run before; `null`: this is the first. */
      changes: z.strictObject({ since: runSchema, entries: z.array(diffEntrySchema) }).nullable(),
    }),
  }),
  /** Judges a public-folder synchronization script by its text, without running it. */
  'readiness.script': query({
    input: z.strictObject({ name: z.string().max(255), text: z.string().max(4 * 1024 * 1024) }),
    output: z.strictObject({
      verdict: z.string(),
      /** The line that proves it. */
      line: z.number().int().positive().nullable(),
      text: z.string().nullable(),
    }),
  }),
} as const;
