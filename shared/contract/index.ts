import { z } from 'zod';
import { appChannels, settingsSchema } from './app.ts';
import { certificatesChannels } from './certificates.ts';
import { daneChannels } from './dane.ts';
import { mailflowChannels } from './mailflow.ts';
import { rolloverChannels } from './rollover.ts';
import { demoChannels } from './demo.ts';
import { dnsChannels } from './dns.ts';
import { dnssecChannels } from './dnssec.ts';
import { identityChannels } from './identity.ts';
import { jobProgressSchema, jobsChannels } from './jobs.ts';
import { jobIdSchema } from './channel.ts';
import { checklistsChannels } from './checklists.ts';
import { readinessChannels } from './readiness.ts';
import { reportsChannels } from './reports.ts';
import { tenantChannels } from './tenant.ts';
import type { Result } from '../errors.ts';

/** Every road into the service. A channel that is not here does not exist. */
export const channels = {
  ...appChannels,
  ...jobsChannels,
  ...certificatesChannels,
  ...dnsChannels,
  ...dnssecChannels,
  ...daneChannels,
  ...rolloverChannels,
  ...mailflowChannels,
  ...demoChannels,
  ...identityChannels,
  ...tenantChannels,
  ...readinessChannels,
  ...checklistsChannels,
  ...reportsChannels,
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type Input<Name extends ChannelName> = z.input<Channels[Name]['input']>;
export type ParsedInput<Name extends ChannelName> = z.output<Channels[Name]['input']>;
export type Output<Name extends ChannelName> = z.output<Channels[Name]['output']>;

/** What the service says without being asked. */
export const events = {
  'job.progress': z.strictObject({ jobId: jobIdSchema, progress: jobProgressSchema }),
  /** One partial result; its shape is the `item` schema of the job's channel. */
  'job.item': z.strictObject({ jobId: jobIdSchema, item: z.unknown() }),
  'jobs.changed': z.strictObject({}),
  'settings.changed': settingsSchema,
  /** Ask `identity.state` what is different. */
  'identity.changed': z.strictObject({}),
  /** Tenants, their snapshots, runs, waivers or checklists: ask again what is shown. */
  'tenant.changed': z.strictObject({}),
  /** A deep link that was followed outside, already parsed: the route to show. */
  'app.navigate': z.strictObject({
    route: z
      .string()
      .regex(/^\/[\w\-./?=&%:]*$/)
      .max(512),
  }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]>;

/** What the page sees as `window.companion`, whatever host serves it. */
export interface Companion {
  call<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Result<Output<Name>>>;
  on<Name extends EventName>(
    event: Name,
    listener: (payload: EventPayload<Name>) => void,
  ): () => void;
}

export function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(channels, name);
}
