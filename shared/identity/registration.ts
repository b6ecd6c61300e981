import { z } from 'zod';
import { cloudIds } from './clouds.ts';

/** Application (client) id: a GUID. */
export const clientIdSchema = z.guid().transform((id) => id.toLowerCase());

/** A tenant: its GUID, or one of its domains. */
export const tenantNameSchema = z
  .string()
  .max(253)
  .transform((name) => name.trim().toLowerCase())
  .refine((name) => guid.test(name) || domain.test(name), 'not a tenant id or a domain');

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const domain =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** How this app is known to Entra, and where sign-in begins. */
export const registrationSchema = z.strictObject({
  clientId: clientIdSchema.nullable(),
  /** `null`: any organization's. */
  tenant: tenantNameSchema.nullable(),
  cloud: z.enum(cloudIds),
});
export type Registration = z.infer<typeof registrationSchema>;

export const noRegistration: Registration = { clientId: null, tenant: null, cloud: 'worldwide' };
