import { z } from 'zod';
import { job } from './channel.ts';

export const reportFormats = ['html', 'md', 'json', 'csv', 'xlsx', 'action-plan', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportsChannels = {
  /** A run as a file. What is in it is what the pages show of that run. `pdf`: the window's alone. */
  'reports.make': job({
    input: {
      runId: z.number().int().positive(),
      format: z.enum(reportFormats),
      /** Names of people, addresses, hosts and domains are replaced. */
      redact: z.boolean(),
    },
    output: z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
  }),
} as const;
