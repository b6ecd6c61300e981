import type { Certificate } from '../contract/certificates.ts';
import type { Advice } from './advice.ts';
import { adviseCertificate } from './adviseCertificate.ts';
import { advisePublished } from './advisePublished.ts';
import type { PublishedRecord } from './advisePublished.ts';

/** A record, its place, and the certificate that it was made from, at a given time. */
export interface AdviceSubject extends PublishedRecord {
  readonly certificate: Certificate;
  readonly at: Date;
}

/** Advice on a record before it is published. What several records need together, `adviseSet` says. */
export function adviseRecord(subject: AdviceSubject): Advice[] {
  return [...advisePublished(subject), ...adviseCertificate(subject)];
}
