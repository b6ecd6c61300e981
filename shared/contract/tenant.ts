import { z } from 'zod';
import { accountIdSchema, scopeRequestSchema } from './identity.ts';
import { outsideApis } from '../tenant/outsideApis.ts';
import { command, job, query } from './channel.ts';
import { cloudIds } from '../identity/clouds.ts';
import { sourceEntrySchema, sourceReasons } from '../tenant/snapshot.ts';
import { sourceIds } from '../tenant/sources.ts';

/** What snapshots of one tenant have in common: its GUID, else its name in lower case. */
export const tenantKeySchema = z.string().min(1).max(253);
export const snapshotIdSchema = z.number().int().positive();
const sourceIdSchema = z.enum(sourceIds);
const entrySchema = z.strictObject(sourceEntrySchema.shape);

export const snapshotRefSchema = z.strictObject({
  id: snapshotIdSchema,
  takenAt: z.string(),
  /** `false`: the reading was ended in the middle; what had come is there. */
  finished: z.boolean(),
});

export const tenantViewSchema = z.strictObject({
  key: tenantKeySchema,
  /** GUID; `null`: no source told it. */
  id: z.string().nullable(),
  name: z.string(),
  demo: z.boolean(),
  /** Who reads it; `null`: nobody is signed in to it here. */
  accountId: accountIdSchema.nullable(),
  newest: snapshotRefSchema.nullable(),
  snapshots: z.number().int().nonnegative(),
});
export type TenantView = z.infer<typeof tenantViewSchema>;

export const tenantsSchema = z.strictObject({
  /** Key of the tenant that every page is about; `null`: none is there. */
  inUse: tenantKeySchema.nullable(),
  tenants: z.array(tenantViewSchema),
  storage: z.strictObject({
    /** `false`: the database can't be used, and what is read ends with the app. */
    lasting: z.boolean(),
    /** A damaged database was put aside under this name, and a new one begun. */
    keptAside: z.string().nullable(),
  }),
});
export type Tenants = z.infer<typeof tenantsSchema>;

/**
 * - `ready`: nothing stands in the way that can be known beforehand.
 * - `unknown`: can't be told beforehand; reading it will.
 */
export const readiness = [
  'ready',
  'sign-in-needed',
  'consent-needed',
  'role-missing',
  'licence-missing',
  'trace-principal-missing',
  'names-concealed',
  'not-in-this-cloud',
  'not-available',
  'import-only',
  'unknown',
] as const;

export const coverageSchema = z.strictObject({
  id: sourceIdSchema,
  api: z.enum(['graph', 'exchange', 'dns', 'import']),
  /** The call as an administrator knows it. */
  call: z.string(),
  scopes: z.array(z.string()),
  cmdlets: z.array(z.string()),
  roles: z.array(z.string()),
  licence: z.enum(['entra-p1']).nullable(),
  clouds: z.array(z.enum(cloudIds)),
  state: z.enum(readiness),
  /** Of `scopes` and `cmdlets`, those that the account lacks. */
  missing: z.array(z.string()),
  /** What Microsoft said, verbatim. */
  detail: z.string().nullable(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** What a reading says while it runs. */
export const gatherItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reading'), id: sourceIdSchema, records: z.number().int() }),
  z.strictObject({ kind: z.literal('done'), entry: entrySchema }),
]);
export type GatherItem = z.infer<typeof gatherItemSchema>;

const readTenantOutput = z.strictObject({
  tenant: tenantViewSchema,
  /** `null`: there was no room to keep it. */
  snapshot: snapshotRefSchema.nullable(),
  sources: z.array(entrySchema),
});

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** One setting of the tenant, with where it comes from. */
export const settingRowSchema = z.strictObject({
  source: sourceIdSchema,
  /** A domain, a connector, a policy; `null`: the whole tenant. */
  subject: z.string().nullable(),
  /** As Microsoft spells it. */
  property: z.string(),
  /** Ours; its meaning is `tenant.meaning.<source>.<name>`, where there is one. */
  name: z.string(),
  value: cellSchema,
  /** `false`: the answer lacked it, which says nothing of its value. */
  present: z.boolean(),
});
export type SettingRow = z.infer<typeof settingRowSchema>;

/** Whether a mailbox may hand in mail by SMTP AUTH, and what decides. */
export const smtpAuthStates = [
  'on-mailbox',
  'on-organization',
  'off-mailbox',
  'off-organization',
  'unknown',
] as const;

export const mailboxRowSchema = z.strictObject({
  address: z.string(),
  displayName: z.string().nullable(),
  type: z.string().nullable(),
  smtpAuth: z.enum(smtpAuthStates),
  /** Tri-state as Exchange has it; `null`: as the organization. */
  smtpClientAuthenticationDisabled: z.boolean().nullable(),
  pop: z.boolean().nullable(),
  imap: z.boolean().nullable(),
  activeSync: z.boolean().nullable(),
  ews: z.boolean().nullable(),
  mapi: z.boolean().nullable(),
  owa: z.boolean().nullable(),
  authenticationPolicy: z.string().nullable(),
});
export type MailboxRow = z.infer<typeof mailboxRowSchema>;

export const outlookUserRowSchema = z.strictObject({
  user: z.string(),
  device: z.string().nullable(),
  product: z.string().nullable(),
  build: z.string().nullable(),
  channel: z.string().nullable(),
  /** `shared/outlook`'s judgement of it today. */
  verdict: z.string(),
  source: sourceIdSchema,
});
export type OutlookUserRow = z.infer<typeof outlookUserRowSchema>;

/** What marks an address that a user could send from. */
export const aliasMarks = ['initial-domain', 'plus', 'not-accepted', 'sending-disabled'] as const;

export const aliasRowSchema = z.strictObject({
  mailbox: z.string(),
  address: z.string(),
  marks: z.array(z.enum(aliasMarks)),
});
export type AliasRow = z.infer<typeof aliasRowSchema>;

/** A window into a long table; what is shown is at most `limit` rows from `offset`. */
function tableOf<
  Row extends z.ZodType,
  const Filters extends readonly [string, ...(readonly string[])],
>(row: Row, filters: Filters) {
  return query({
    input: z.strictObject({
      snapshotId: snapshotIdSchema,
      /** Part of any text of the row, in any case; empty: all. */
      text: z.string().max(200),
      filter: z.enum(filters).nullable(),
      sort: z.strictObject({ by: z.string().max(40), descending: z.boolean() }).nullable(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({
      /** Rows that match. */
      total: z.number().int().nonnegative(),
      /** Rows there are. */
      all: z.number().int().nonnegative(),
      rows: z.array(row),
      /** Why there are none, or not all. */
      reason: z.enum(sourceReasons).nullable(),
    }),
  });
}

export const outsideCallSchema = z.strictObject({
  id: z.number().int(),
  at: z.string(),
  tenantId: z.string().nullable(),
  api: z.enum(outsideApis),
  call: z.string(),
  outcome: z.string(),
  milliseconds: z.number(),
  requestId: z.string().nullable(),
});
export type OutsideCallView = z.infer<typeof outsideCallSchema>;

const auditFilter = {
  tenantId: z.string().max(200).nullable(),
  api: z.enum(outsideApis).nullable(),
  text: z.string().max(200),
};

/** Bytes of one part of an upload, before Base64. */
export const uploadPartBytes = 512 * 1024;

export const tenantChannels = {
  'tenant.list': query({ input: z.strictObject({}), output: tenantsSchema }),
  'tenant.use': command({ input: z.strictObject({ key: tenantKeySchema }), output: tenantsSchema }),
  /** Everything that is kept of it here but its accounts: `identity.forgetTenant` takes both. */
  'tenant.forget': command({
    input: z.strictObject({ key: tenantKeySchema }),
    output: tenantsSchema,
  }),
  /** Reads Contoso through the code that reads a real tenant, keeps it apart, and uses it. */
  'tenant.openDemo': job({ input: {}, output: readTenantOutput, item: gatherItemSchema }),
  /** What could be read now; nothing of the tenant is kept by asking. `null`: nobody signed in. */
  'tenant.coverage': job({
    input: { accountId: accountIdSchema.nullable() },
    output: z.strictObject({
      at: z.iso.datetime(),
      sources: z.array(coverageSchema),
      /** What to ask consent for so that all of it can be read. */
      consent: z.array(scopeRequestSchema),
    }),
    item: coverageSchema,
  }),
  'tenant.gather': job({
    input: {
      /** `null`: what needs no sign-in, for the tenant in use. */
      accountId: accountIdSchema.nullable(),
      sources: z.array(sourceIdSchema).min(1).max(sourceIds.length),
    },
    output: readTenantOutput,
    item: gatherItemSchema,
  }),
  /** A file in parts, in order; it lies in the data directory until it is imported or the app ends. */
  'tenant.upload': command({
    input: z.strictObject({
      uploadId: z.uuid(),
      name: z.string().min(1).max(255),
      index: z.number().int().nonnegative(),
      base64: z.base64().max(Math.ceil(uploadPartBytes / 3) * 4),
    }),
    output: z.strictObject({ bytes: z.number().int().nonnegative() }),
  }),
  /** Error `tenant-mixed`: the files are another tenant's; ask, then call again with `mix`. */
  'tenant.import': job({
    input: {
      uploads: z.array(z.uuid()).min(1).max(20),
      /** The tenant that the files are of; `null`: a new one called `name`. */
      key: tenantKeySchema.nullable(),
      name: z.string().max(253),
      mix: z.boolean(),
    },
    output: readTenantOutput.extend({
      files: z.array(
        z.strictObject({
          name: z.string(),
          /** What it was recognized as. */
          kinds: z.array(sourceIdSchema),
          records: z.number().int().nonnegative(),
          /** Lines that could not be read. */
          skipped: z.number().int().nonnegative(),
        }),
      ),
    }),
  }),
  /** Commands that make files which can be imported. */
  'tenant.importCommands': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ kind: sourceIdSchema, command: z.string(), file: z.string() }),
    ),
  }),
  'tenant.snapshots': query({
    input: z.strictObject({ key: tenantKeySchema }),
    output: z.array(snapshotRefSchema),
  }),
  /** `snapshotId` `null`: the newest of the tenant. Output `null`: there is none. */
  'tenant.snapshot': query({
    input: z.strictObject({ key: tenantKeySchema, snapshotId: snapshotIdSchema.nullable() }),
    output: z
      .strictObject({
        snapshot: snapshotRefSchema,
        sources: z.array(entrySchema),
        settings: z.array(settingRowSchema),
      })
      .nullable(),
  }),
  /** The kept data of one source as JSON text, at most 1 MiB of it. */
  'tenant.source': query({
    input: z.strictObject({ snapshotId: snapshotIdSchema, source: sourceIdSchema }),
    output: z.strictObject({
      entry: entrySchema,
      json: z.string(),
      /** Records that the text leaves out. */
      left: z.number().int().nonnegative(),
    }),
  }),
  'tenant.mailboxes': tableOf(mailboxRowSchema, [
    'smtp-auth-on',
    'smtp-auth-explicit',
    'pop-or-imap',
    'ews',
  ]),
  'tenant.outlookUsers': tableOf(outlookUserRowSchema, ['blocked', 'unsupported', 'supported']),
  'tenant.aliases': tableOf(aliasRowSchema, ['marked', 'unmarked']),
  /** Newest first. */
  'tenant.audit': query({
    input: z.strictObject({
      ...auditFilter,
      limit: z.number().int().min(1).max(500),
      before: z.number().int().nullable(),
    }),
    output: z.strictObject({
      total: z.number().int().nonnegative(),
      calls: z.array(outsideCallSchema),
    }),
  }),
  'tenant.auditExport': query({
    input: z.strictObject({ ...auditFilter, format: z.enum(['csv', 'jsonl']) }),
    output: z.strictObject({ fileName: z.string(), text: z.string(), left: z.number().int() }),
  }),
  /** What would be sent to whoever helps, redacted, to be read before it is saved. */
  'tenant.supportBundle': query({
    input: z.strictObject({}),
    output: z.strictObject({
      fileName: z.string(),
      files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
    }),
  }),
} as const;
