import { z } from 'zod';
import { command, jobIdSchema, query } from './channel.ts';

export const jobProgressSchema = z.strictObject({
  /** Units done; what a unit is, the job decides. */
  done: z.number().int().nonnegative(),
  /** `null` while the whole is not known. */
  total: z.number().int().nonnegative().nullable(),
});

export const jobSummarySchema = z.strictObject({
  jobId: jobIdSchema,
  channel: z.string(),
  startedAt: z.iso.datetime(),
  progress: jobProgressSchema.nullable(),
});

export type JobSummary = z.infer<typeof jobSummarySchema>;

export const jobsChannels = {
  'jobs.list': query({ input: z.strictObject({}), output: z.array(jobSummarySchema) }),
  /** `cancelled` is false when no such job was running. */
  'jobs.cancel': command({
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.strictObject({ cancelled: z.boolean() }),
  }),
} as const;
