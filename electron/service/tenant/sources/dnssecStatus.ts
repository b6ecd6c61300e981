import { perDomain } from '../perDomain.ts';
import { readDnssecStatus } from '../read/dnssecStatus.ts';

/** Exchange's own view of each domain's DNSSEC, MX and MTA-STS. */
export const dnssecStatus = perDomain(
  'dnssecStatus',
  'Get-DnssecStatusForVerifiedDomain',
  readDnssecStatus,
);
