/** What only a file can tell: no API gives it. */
import { z } from 'zod';

/** A line of an inventory of Outlook installations; whatever the columns were called. */
export const outlookInstallationSchema = z.object({
  user: z.string().nullable(),
  device: z.string().nullable(),
  /** `Microsoft 365 Apps for enterprise`, `Outlook 2016`, … as the inventory calls it. */
  product: z.string().nullable(),
  /** `16.0.14326.20384`. */
  build: z.string().nullable(),
  channel: z.string().nullable(),
});
export type OutlookInstallation = z.infer<typeof outlookInstallationSchema>;

/** A sender of the Exchange admin centre's report of SMTP AUTH clients. */
export const smtpAuthClientSchema = z.object({
  sender: z.string(),
  /** `Basic`, `OAuth`; `null`: the report has no such column. */
  protocol: z.string().nullable(),
  messages: z.number().int().nonnegative().nullable(),
  /** Last day on which the report has it. */
  lastDate: z.string().nullable(),
});
export type SmtpAuthClient = z.infer<typeof smtpAuthClientSchema>;
