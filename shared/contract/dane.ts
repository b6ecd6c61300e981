import { z } from 'zod';
import { changeSchema } from '../dane/changes.ts';
import { daneCheckSchema, findingSchema, traceEntrySchema } from '../dane/check.ts';
import { publishedSchema } from '../dane/published.ts';
import { checkOptionsSchema, checkPlaces, targetLengthMax, targetsMax } from '../dane/run.ts';
import { checkServices } from '../dane/services.ts';
import { domainVerdictSchema } from '../dane/verdict.ts';
import { appErrorSchema, command, job, query } from './channel.ts';

const placeSchema = z.enum(checkPlaces);
const idSchema = z.number().int().positive();
const subjectSchema = z.string().max(512);

/** A finished check with where it is kept. */
export const keptCheckSchema = z.strictObject({
  id: idSchema,
  place: placeSchema,
  service: z.enum(checkServices),
  check: daneCheckSchema,
});
export type KeptCheck = z.infer<typeof keptCheckSchema>;

/** One domain of a long run, in one line; the whole is kept under `id`. */
export const checkRowSchema = z.strictObject({
  id: idSchema,
  domain: z.string(),
  checkedAt: z.string(),
  verdict: domainVerdictSchema,
  /** Of the check before; `null`: this was the first. */
  previousVerdict: domainVerdictSchema.nullable(),
  protectedByDane: z.boolean().nullable(),
  /** The first few of them. */
  hosts: z.array(z.string()),
  hostCount: z.number().int().nonnegative(),
  errors: z.number().int().nonnegative(),
  warnings: z.number().int().nonnegative(),
  /** What weighs most. */
  main: findingSchema.nullable(),
});
export type CheckRow = z.infer<typeof checkRowSchema>;

export const manyItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('checked'), target: z.string(), row: checkRowSchema }),
  z.strictObject({ kind: z.literal('refused'), target: z.string(), error: appErrorSchema }),
]);
export type ManyItem = z.infer<typeof manyItemSchema>;

const verdictAtSchema = z.strictObject({
  id: idSchema,
  checkedAt: z.string(),
  verdict: domainVerdictSchema,
  previousVerdict: domainVerdictSchema.nullable(),
});

/** Where results are kept, and whether they outlive the app. */
const storageSchema = z.strictObject({
  /** `false`: the history can't be opened, and is kept in memory until the app ends. */
  lasting: z.boolean(),
  /** A damaged history was put aside under this name, and a new one begun. */
  keptAside: z.string().nullable(),
});

export const daneChannels = {
  /** Checks one target; items are its steps as they are taken. */
  'dane.check': job({
    input: { target: z.string().max(targetLengthMax), options: checkOptionsSchema },
    output: keptCheckSchema,
    item: traceEntrySchema,
  }),
  /** Checks a list; each result is kept, and comes as an item, when it is there. */
  'dane.checkMany': job({
    input: {
      targets: z.array(z.string().max(targetLengthMax)).min(1).max(targetsMax),
      options: checkOptionsSchema,
    },
    output: z.strictObject({ checked: z.number().int(), refused: z.number().int() }),
    item: manyItemSchema,
  }),
  /** The TLSA records that a host has published; nobody is connected to, nothing is kept. */
  'dane.published': job({
    input: {
      host: z.string().max(targetLengthMax),
      port: z.number().int().min(1).max(65_535),
      options: checkOptionsSchema,
    },
    output: publishedSchema,
  }),
  /** The newest check of each subject whose name contains `filter`, by subject. */
  'dane.history.list': query({
    input: z.strictObject({
      place: placeSchema,
      filter: z.string().max(253),
      limit: z.number().int().min(1).max(200),
      offset: z.number().int().nonnegative(),
    }),
    output: z.strictObject({
      storage: storageSchema,
      total: z.number().int().nonnegative(),
      subjects: z.array(
        verdictAtSchema.extend({ subject: z.string(), count: z.number().int().positive() }),
      ),
    }),
  }),
  /** The checks of one subject, newest first. */
  'dane.history.ofSubject': query({
    input: z.strictObject({
      place: placeSchema,
      subject: subjectSchema,
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ checks: z.array(verdictAtSchema) }),
  }),
  'dane.history.get': query({ input: z.strictObject({ id: idSchema }), output: keptCheckSchema }),
  /** Several at once, for a report; those that are gone or can't be read are left out. */
  'dane.history.several': query({
    input: z.strictObject({ ids: z.array(idSchema).max(50) }),
    output: z.strictObject({ checks: z.array(daneCheckSchema.omit({ evidence: true })) }),
  }),
  /** What is different from the check of the same subject before; `null`: there is none. */
  'dane.history.changes': query({
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      since: z.string().nullable(),
      changes: z.array(changeSchema),
    }),
  }),
  'dane.history.forget': command({
    input: z.strictObject({ place: placeSchema, subject: subjectSchema }),
    output: z.strictObject({ forgotten: z.number().int().nonnegative() }),
  }),
} as const;
