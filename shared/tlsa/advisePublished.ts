import { advice } from './advice.ts';
import type { Advice } from './advice.ts';
import type { TlsaRecord } from './record.ts';
import { recordProblem } from './recordProblem.ts';
import { isLeafUsage } from './recordsOf.ts';
import { isSmtp, serviceOfPort } from './service.ts';
import type { ServicePort } from './service.ts';

/** A record and where it is to stand; `null` where that is not known: then mail is what matters. */
export interface PublishedRecord {
  readonly record: TlsaRecord;
  readonly service: ServicePort | null;
  /** A-labels. */
  readonly host: string | null;
  /** Seconds. */
  readonly ttl: number | null;
}

/** Advice that follows from a record itself and its place, whatever certificate is behind it. */
export function advisePublished(subject: PublishedRecord): Advice[] {
  const problem = recordProblem(subject.record);
  return [
    ...(problem === null ? adviseNumbers(subject) : [advice(problem, problemParams(subject))]),
    ...advisePlace(subject),
  ];
}

function problemParams({ record }: PublishedRecord): Advice['params'] {
  return {
    usage: record.usage,
    selector: record.selector,
    matchingType: record.matchingType,
    octets: record.data.length / 2,
    expected: record.matchingType === 2 ? 64 : 32,
  };
}

function adviseNumbers({ record, service }: PublishedRecord): Advice[] {
  const { usage, selector, matchingType } = record;
  const found: Advice[] = [];
  if (usage < 2 && (service === null || isSmtp(service))) {
    found.push(advice('usage-unusable-for-smtp', { usage, instead: usage + 2 }));
  }
  if (matchingType === 0) {
    const octets = record.data.length / 2;
    found.push(advice(selector === 0 ? 'full-certificate' : 'full-public-key', { octets }));
  }
  if (matchingType === 2) found.push(advice('sha512-optional'));
  if (isLeafUsage(usage)) {
    found.push(advice(selector === 0 ? 'changes-at-renewal' : 'survives-renewal-with-same-key'));
  } else {
    if (usage === 2) found.push(advice('issuer-must-be-sent'));
    found.push(advice(selector === 0 ? 'issuer-certificate-may-change' : 'issuer-may-change'));
  }
  return found;
}

const microsoftHost = /(?:^|\.)(?:mx\.microsoft|mail\.protection\.outlook\.com)$/;

function advisePlace({ service, host, ttl }: PublishedRecord): Advice[] {
  const found: Advice[] = [];
  if (ttl !== null && ttl < 300) found.push(advice('ttl-short', { ttl }));
  if (ttl !== null && ttl > 86_400) found.push(advice('ttl-very-long', { ttl }));
  else if (ttl !== null && ttl > 3600) found.push(advice('ttl-long', { ttl }));
  if (service !== null) {
    const known = serviceOfPort(service.port);
    if (known !== null && service.protocol !== 'tcp' && known !== 'https') {
      found.push(advice('protocol-unusual', { ...service }));
    } else if (!isSmtp(service)) found.push(advice('clients-rarely-check'));
  }
  if (host !== null && microsoftHost.test(host)) found.push(advice('host-is-microsofts', { host }));
  return found;
}
