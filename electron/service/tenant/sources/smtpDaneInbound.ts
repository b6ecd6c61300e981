import { perDomain } from '../perDomain.ts';
import { readSmtpDaneInbound } from '../read/smtpDaneInbound.ts';

/** Whether mail to each domain comes in under DANE, in Exchange's words. */
export const smtpDaneInbound = perDomain(
  'smtpDaneInbound',
  'Get-SmtpDaneInboundStatus',
  readSmtpDaneInbound,
);
