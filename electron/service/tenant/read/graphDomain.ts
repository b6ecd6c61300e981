import { countOf, settingOf, textOf, textsOf } from './raw.ts';
import type { GraphDomain, ServiceRecord } from '../../../../shared/tenant/records/graph.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** `null`: not a domain. */
export function readGraphDomain(raw: RawRecord): GraphDomain | null {
  const id = textOf(raw['id']);
  // What stands here becomes a part of a request's path.
  if (id === null || !/^[\w.-]{1,253}$/.test(id)) return null;
  return {
    id: id.toLowerCase(),
    isDefault: settingOf(raw['isDefault']),
    isInitial: settingOf(raw['isInitial']),
    isVerified: settingOf(raw['isVerified']),
    authenticationType: textOf(raw['authenticationType']),
    supportedServices: textsOf(raw['supportedServices']),
    serviceConfigurationRecords: null,
  };
}

export function readServiceRecord(raw: RawRecord): ServiceRecord {
  return {
    recordType: textOf(raw['recordType']) ?? '',
    label: textOf(raw['label']) ?? '',
    supportedService: textOf(raw['supportedService']),
    isOptional: settingOf(raw['isOptional']),
    ttl: countOf(raw['ttl']),
    mailExchange: textOf(raw['mailExchange']),
    preference: countOf(raw['preference']),
    text: textOf(raw['text']),
    canonicalName: textOf(raw['canonicalName']),
  };
}
