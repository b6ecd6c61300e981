import { z } from 'zod';
import { command, job, query } from './channel.ts';
import { checklistIds } from '../readiness/checklists/checklistIds.ts';
import { snapshotRefSchema, tenantKeySchema } from './tenant.ts';

const checklistIdSchema = z.enum(checklistIds);
/** What it is done for: a domain, a mail server; `null`: the whole tenant. */
const subjectSchema = z.string().min(1).max(253).nullable();
const stepIdSchema = z.string().min(1).max(80);
const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * - `done`: the app saw it, or the person ticked it.
 * - `open`: the app saw that it is not done, or it is the person's to tick.
 * - `unknown`: the app can't see it now; the message says why.
 * - `blocked`: doing it now would stop mail; the message says why.
 */
export const stepStates = ['done', 'open', 'unknown', 'blocked'] as const;

/** A sentence `checklist.message.<code>`. */
const messageSchema = z.strictObject({ code: z.string(), params: paramsSchema });

/** Sentences: `checklist.<checklist>.<step>.{title,what,why,portal,rollback}`. */
export const stepSchema = z.strictObject({
  id: stepIdSchema,
  params: paramsSchema,
  state: z.enum(stepStates),
  message: messageSchema.nullable(),
  /** The app can look; else it is the person's to tick. */
  verifiable: z.boolean(),
  /** PowerShell with this tenant's names, quoted. */
  commands: z.array(z.string()),
  /** Zone lines to publish. */
  records: z.array(z.string()),
  rollback: z.array(z.string()),
  /** Seconds to wait after it, from the TTLs seen; `null`: none, or not known. */
  waitSeconds: z.number().int().nonnegative().nullable(),
  evidence: z.array(z.strictObject({ what: z.string(), value: z.string(), at: z.string() })),
  /** Who said so and when; `null`: it was never looked at. */
  checked: z
    .strictObject({ at: z.string(), by: z.enum(['app', 'person']), note: z.string() })
    .nullable(),
});
export type ChecklistStep = z.infer<typeof stepSchema>;

/**
 * Whom verifying asks for settings of the tenant: `account`: the tenant, as who is signed in; `demo`: the
 * demo tenant inside this app, which asks nothing outside; `nobody`: what was read or imported last
 * counts. Sentence: `checklist.reader.<reader>`.
 */
export const checklistReaders = ['account', 'demo', 'nobody'] as const;

export const checklistViewSchema = z.strictObject({
  id: checklistIdSchema,
  tenant: tenantKeySchema.nullable(),
  subject: subjectSchema,
  /** Subjects to choose from, as the tenant has them; another can be typed. */
  subjects: z.array(z.string()),
  reader: z.enum(checklistReaders),
  /** The reading of the tenant that steps are judged on; `null`: nothing of it was read. */
  snapshot: snapshotRefSchema.nullable(),
  steps: z.array(stepSchema),
});
export type ChecklistView = z.infer<typeof checklistViewSchema>;

/** `tenant` `null`: without one, for who works without an account. */
const which = {
  tenant: tenantKeySchema.nullable(),
  checklist: checklistIdSchema,
  subject: subjectSchema,
};

export const checklistsChannels = {
  'checklists.list': query({
    input: z.strictObject({ tenant: tenantKeySchema.nullable() }),
    output: z.array(
      z.strictObject({
        id: checklistIdSchema,
        /** Whether it is done for a domain or a server rather than for the tenant. */
        needs: z.enum(['tenant', 'domain', 'host']),
        /** Of each subject it was begun for. */
        progress: z.array(
          z.strictObject({
            subject: subjectSchema,
            done: z.number().int(),
            total: z.number().int(),
            changedAt: z.string(),
          }),
        ),
      }),
    ),
  }),
  /** With what the newest run and earlier looks tell; nothing is asked outside. */
  'checklists.get': query({ input: z.strictObject(which), output: checklistViewSchema }),
  /** Looks now, by the real check; `step` `null`: at every step that the app can see. */
  'checklists.verify': job({
    input: { ...which, step: stepIdSchema.nullable() },
    output: checklistViewSchema,
    item: stepSchema,
  }),
  /** Error `step-blocked`: it would stop mail. */
  'checklists.tick': command({
    input: z.strictObject({
      ...which,
      step: stepIdSchema,
      done: z.boolean(),
      note: z.string().max(2000),
    }),
    output: checklistViewSchema,
  }),
  'checklists.reset': command({ input: z.strictObject(which), output: checklistViewSchema }),
} as const;
