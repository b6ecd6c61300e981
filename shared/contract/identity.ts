import { z } from 'zod';
import { appErrorSchema, command, job, query } from './channel.ts';
import { permissions, resources } from '../identity/permissions.ts';
import { registrationSchema } from '../identity/registration.ts';

const scopes = permissions.map(({ scope }) => scope) as [string, ...string[]];

/** One of the permissions that this app can ask for; others can't even be named. */
export const scopeSchema = z.enum(scopes as [(typeof permissions)[number]['scope']]);

export const accountIdSchema = z.string().min(1).max(200);

export const accountSchema = z.strictObject({
  id: accountIdSchema,
  username: z.string(),
  displayName: z.string().nullable(),
  tenantId: z.string(),
  /** The cloud's name, as people call it. */
  cloud: z.string(),
  clientId: z.string(),
  active: z.boolean(),
  /** The account's home is another tenant. */
  guest: z.boolean(),
  /** Why only the person can go on with this account; `null`: nothing is known to be wrong. */
  needs: appErrorSchema.nullable(),
});
export type AccountView = z.infer<typeof accountSchema>;

/**
 * Where tokens are.
 * - `kept`: on disk, sealed by the operating system's key store.
 * - `no-store`: in memory; this host or system has no key store that protects anything.
 * - `store-changed`, `damaged`: what was on disk can't be opened and was put aside; sign in again.
 * - `not-written`: in memory; the disk refused.
 */
export const tokenKeeping = [
  'kept',
  'no-store',
  'store-changed',
  'damaged',
  'not-written',
] as const;
export type TokenKeeping = (typeof tokenKeeping)[number];

export const identityStateSchema = z.strictObject({
  registration: registrationSchema,
  /** Name of the private or simulated cloud in use; `null`: none. */
  privateCloud: z.string().nullable(),
  accounts: z.array(accountSchema),
  keeping: z.enum(tokenKeeping),
  /** Whether this host can open a browser for the person. */
  browser: z.boolean(),
  /** Seconds that this computer's clock is ahead of Microsoft's; `null`: not known, or near enough. */
  clockAhead: z.number().int().nullable(),
});
export type IdentityState = z.infer<typeof identityStateSchema>;

/** What signing in says while it waits for the person. */
export const signInStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('browser'), until: z.iso.datetime() }),
  z.strictObject({
    step: z.literal('code'),
    /** To be typed at `verificationUri`. */
    userCode: z.string(),
    verificationUri: z.string(),
    /** Microsoft's own sentence. */
    message: z.string(),
    until: z.iso.datetime(),
  }),
]);
export type SignInStep = z.infer<typeof signInStepSchema>;

export const scopeRequestSchema = z.strictObject({
  resource: z.enum(resources),
  scopes: z.array(scopeSchema).min(1).max(permissions.length),
});
export type ScopeRequest = z.infer<typeof scopeRequestSchema>;

const signInInput = {
  /** Sign this account in again, or ask it for consent; `null`: whoever the person chooses. */
  accountId: accountIdSchema.nullable(),
  /** Consent to ask for, beside what signing in needs. */
  consent: scopeRequestSchema.nullable(),
};

export const registrationChecks = ['tenant', 'application', 'public-client'] as const;

export const registrationCheckSchema = z.strictObject({
  check: z.enum(registrationChecks),
  /** `null`: can't be told from here. */
  passed: z.boolean().nullable(),
  problem: appErrorSchema.nullable(),
});
export type RegistrationCheck = z.infer<typeof registrationCheckSchema>;

export const registrationGuideSchema = z.strictObject({
  /** Steps in the portal, each a sentence `identity.guide.step.<step>` with these values. */
  steps: z.array(z.strictObject({ step: z.string(), values: z.array(z.string()) })),
  portal: z.string(),
  /** PowerShell with the Microsoft Graph module. */
  powerShell: z.string(),
  /** `null`: Azure CLI does not reach this cloud. */
  azureCli: z.string().nullable(),
  /** `requiredResourceAccess` of the registration's manifest, as JSON. */
  manifest: z.string(),
  permissions: z.array(
    z.strictObject({
      resource: z.enum(resources),
      scope: z.string(),
      adminConsent: z.boolean(),
      atSignIn: z.boolean(),
    }),
  ),
});
export type RegistrationGuide = z.infer<typeof registrationGuideSchema>;

export const identityChannels = {
  'identity.state': query({ input: z.strictObject({}), output: identityStateSchema }),
  /** By the system's browser. */
  'identity.signIn': job({ input: signInInput, output: accountSchema, item: signInStepSchema }),
  /** By a code that is typed in a browser anywhere; organizations often block it. */
  'identity.deviceCode': job({ input: signInInput, output: accountSchema, item: signInStepSchema }),
  'identity.switch': command({
    input: z.strictObject({ accountId: accountIdSchema }),
    output: identityStateSchema,
  }),
  /** Tokens of the account are forgotten here; its sessions in browsers stay. */
  'identity.signOut': command({
    input: z.strictObject({ accountId: accountIdSchema }),
    output: identityStateSchema,
  }),
  /** Tokens for the tenant, and what else is kept of it. */
  'identity.forgetTenant': command({
    input: z.strictObject({ tenantId: z.guid() }),
    output: identityStateSchema,
  }),
  'identity.configure': command({ input: registrationSchema, output: identityStateSchema }),
  'identity.guide': query({
    input: z.strictObject({ cloud: registrationSchema.shape.cloud, deviceCode: z.boolean() }),
    output: registrationGuideSchema,
  }),
  /** Whether Entra knows tenant and application, asked without signing in. */
  'identity.checkRegistration': job({
    input: {},
    output: z.array(registrationCheckSchema),
    item: registrationCheckSchema,
  }),
  /** A link for an administrator who is to consent for everyone. */
  'identity.adminConsentLink': query({
    input: z.strictObject({ accountId: accountIdSchema.nullable(), consent: scopeRequestSchema }),
    output: z.strictObject({ link: z.string() }),
  }),
} as const;
