import { z } from 'zod';
import type { SourceId } from '../../tenant/sources.ts';
import { sourceStates } from '../../tenant/snapshot.ts';
import type { SourceReason } from '../../tenant/snapshot.ts';
import { changes } from '../diff.ts';
import { ruleStatuses, severities } from '../ruleIds.ts';
import type { RuleId } from '../ruleIds.ts';

export const reportSchemaName = 'exo-companion/report@1';

const time = z.string().meta({ description: 'RFC 3339' });
const count = z.number().int().nonnegative();
const lines = z.array(z.string()).readonly();
/** Rules, sources and reasons come to be without a new schema: none of them is listed in it. */
function idOf<Id extends string>(description: string): z.ZodType<Id> {
  return z.string().meta({ description }) as unknown as z.ZodType<Id>;
}
const source = idOf<SourceId>('A call or a file by which the tenant was read');
const about = {
  rule: idOf<RuleId>('As the pages in docs/rules are called'),
  title: z.string(),
  subject: z
    .string()
    .nullable()
    .meta({ description: 'A domain, a connector, a host; null: the whole tenant' }),
};

const evidenceSchema = z.strictObject({
  source,
  property: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), lines]),
});

const resultSchema = z.strictObject({
  ...about,
  status: z.enum(ruleStatuses),
  severity: z.enum(severities),
  message: z.string().meta({ description: 'Why the result is as it is' }),
  reason: z.string().meta({ description: 'The same as a code' }),
  why: z.string().meta({ description: 'Why the rule matters' }),
  evidence: z.array(evidenceSchema).readonly(),
  affected: z.strictObject({ count, sample: lines }),
  deadline: time.nullable(),
  fix: z
    .strictObject({
      text: z.string(),
      portal: z.string(),
      commands: lines.meta({ description: 'PowerShell' }),
      records: lines.meta({ description: 'Zone lines' }),
      rollback: z.strictObject({ text: z.string(), commands: lines }),
    })
    .nullable(),
  verify: z.strictObject({ text: z.string(), commands: lines }).nullable(),
  waiver: z
    .strictObject({ owner: z.string(), reason: z.string(), until: time })
    .nullable()
    .meta({ description: 'Of a waived result: whose decision it is, and until when' }),
  references: lines.meta({ description: 'Pages on which Microsoft or an RFC says it' }),
});

const coverageSchema = z.strictObject({
  source,
  call: z.string(),
  state: z.enum(sourceStates),
  reason: idOf<SourceReason>('Why it was not read, as a code').nullable(),
  explanation: z.string().nullable().meta({ description: 'The reason as a sentence' }),
  at: time.nullable(),
  requestId: z.string().nullable(),
  records: count,
  missing: lines.meta({ description: 'Properties that the answer lacked' }),
  detail: z.string().nullable().meta({ description: 'What Microsoft said, verbatim' }),
});

const changeSchema = z.strictObject({
  ...about,
  change: z.enum(changes),
  from: z.enum(ruleStatuses).nullable(),
  to: z.enum(ruleStatuses).nullable(),
});

const countsSchema = z.strictObject(
  Object.fromEntries(ruleStatuses.map((status) => [status, count])) as {
    readonly [Status in (typeof ruleStatuses)[number]]: typeof count;
  },
);

/** One judgement of a tenant, whole: what every kind of report is made of. */
export const reportSchema = z
  .strictObject({
    schema: z.literal(reportSchemaName),
    tenant: z.strictObject({ id: z.string().nullable(), name: z.string() }),
    run: z
      .number()
      .int()
      .positive()
      .nullable()
      .meta({ description: 'Number of the run in the app; null: judged for this report alone' }),
    takenAt: time.meta({ description: 'When the tenant was read' }),
    evaluatedAt: time.meta({ description: 'When it was judged' }),
    redacted: z.boolean().meta({ description: 'Whether names were replaced' }),
    counts: countsSchema,
    results: z.array(resultSchema).readonly(),
    deadlines: z
      .array(
        z.strictObject({
          at: time,
          results: z.array(z.strictObject({ ...about, status: z.enum(ruleStatuses) })).readonly(),
        }),
      )
      .readonly(),
    coverage: z
      .array(coverageSchema)
      .readonly()
      .nullable()
      .meta({ description: 'Every source; null: the snapshot is gone' }),
    changes: z
      .strictObject({ since: time, entries: z.array(changeSchema).readonly() })
      .nullable()
      .meta({ description: 'Since an earlier judgement; null: none was compared' }),
  })
  .meta({ title: 'Readiness report of Exchange Companion' });

export type Report = z.infer<typeof reportSchema>;
export type ReportedResult = Report['results'][number];
