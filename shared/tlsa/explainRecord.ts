import type { WordId } from '../words/en.ts';
import { parseOwner } from './owner.ts';
import type { ParsedRecord } from './parseRecord.ts';
import { matchingTypeAcronyms, selectorAcronyms, usageAcronyms } from './acronyms.ts';
import type { TlsaRecord } from './record.ts';
import { dataProblem } from './recordProblem.ts';
import { isLeafUsage } from './recordsOf.ts';
import { serviceOfPort } from './service.ts';

export type ExplainedField =
  | 'owner'
  | 'port'
  | 'protocol'
  | 'ttl'
  | 'usage'
  | 'selector'
  | 'matchingType'
  | 'data';

/** One part of a record, explained by a sentence of the catalogue. */
export interface ExplainedPart {
  readonly field: ExplainedField;
  readonly value: string | number;
  /** The word of the registries (RFC 7218) or of the service; `null` where there is none. */
  readonly name: string | null;
  readonly meaning: { readonly id: WordId; readonly params: MeaningParams };
}

export type MeaningParams = Readonly<Record<string, string | number>>;

/** Every part of a record, in the order in which it is written. */
export function explainRecord({ owner, ttl, record }: ParsedRecord): ExplainedPart[] {
  return [
    ...(owner === null ? [] : explainOwner(owner)),
    ...(ttl === null ? [] : [part('ttl', ttl, null, 'tlsa.ttl.meaning', { seconds: ttl })]),
    explainUsage(record.usage),
    explainSelector(record.selector),
    explainMatchingType(record.matchingType),
    explainData(record),
  ];
}

function part(
  field: ExplainedField,
  value: string | number,
  name: string | null,
  id: WordId,
  params: MeaningParams = {},
): ExplainedPart {
  return { field, value, name, meaning: { id, params } };
}

function explainOwner(owner: string): ExplainedPart[] {
  const parts = parseOwner(owner);
  if (parts === null) return [part('owner', owner, null, 'tlsa.owner.other.meaning')];
  const { port, protocol, host } = parts;
  const service = port === '*' ? null : serviceOfPort(port);
  return [
    part('owner', owner, null, 'tlsa.owner.meaning', { host }),
    port === '*'
      ? part('port', port, null, 'tlsa.port.any.meaning')
      : service === null
        ? part('port', port, null, 'tlsa.port.other.meaning', { port: String(port) })
        : part('port', port, serviceNames[service], `tlsa.port.${service}.meaning`),
    part('protocol', protocol, protocol.toUpperCase(), `tlsa.protocol.${protocol}.meaning`),
  ];
}

/** Names that are the same in every language. */
const serviceNames = {
  smtp: 'SMTP',
  submission: 'Submission',
  submissions: 'Submissions',
  https: 'HTTPS',
  imaps: 'IMAPS',
  pop3s: 'POP3S',
  imap: 'IMAP',
  pop3: 'POP3',
} as const;

/** The certificate usage (RFC 6698 §2.1.1). */
export function explainUsage(usage: number): ExplainedPart {
  const name = usageAcronyms[usage] ?? null;
  return name === null
    ? part('usage', usage, ...outsideRegistry(usage, 'PrivCert', 'tlsa.usage'))
    : part('usage', usage, name, `tlsa.usage.${usage as 0 | 1 | 2 | 3}.meaning`);
}

/** The selector (RFC 6698 §2.1.2). */
export function explainSelector(selector: number): ExplainedPart {
  const name = selectorAcronyms[selector] ?? null;
  return name === null
    ? part('selector', selector, ...outsideRegistry(selector, 'PrivSel', 'tlsa.selector'))
    : part('selector', selector, name, `tlsa.selector.${selector as 0 | 1}.meaning`);
}

/** The matching type (RFC 6698 §2.1.3). */
export function explainMatchingType(matchingType: number): ExplainedPart {
  const name = matchingTypeAcronyms[matchingType] ?? null;
  return name === null
    ? part(
        'matchingType',
        matchingType,
        ...outsideRegistry(matchingType, 'PrivMatch', 'tlsa.matching-type'),
      )
    : part(
        'matchingType',
        matchingType,
        name,
        `tlsa.matching-type.${matchingType as 0 | 1 | 2}.meaning`,
      );
}

/** 255 is left to private use, the rest is unassigned (RFC 7218 §2). */
function outsideRegistry(
  value: number,
  privateName: string,
  prefix: 'tlsa.usage' | 'tlsa.selector' | 'tlsa.matching-type',
): [string | null, WordId, MeaningParams] {
  return value === 255
    ? [privateName, `${prefix}.private.meaning`, { value }]
    : [null, `${prefix}.unassigned.meaning`, { value }];
}

function explainData(record: TlsaRecord): ExplainedPart {
  const octets = record.data.length / 2;
  const object = record.selector === 1 ? 'publicKey' : 'certificate';
  const holder = isLeafUsage(record.usage) ? 'server' : 'issuer';
  const problem = dataProblem(record);
  const params = { octets, object, holder, matchingType: record.matchingType };
  if (problem === 'digest-length') {
    const expected = record.matchingType === 1 ? 32 : 64;
    return part('data', record.data, null, 'tlsa.data.digest-length.meaning', {
      ...params,
      expected,
    });
  }
  if (problem === 'data-malformed') {
    return part('data', record.data, null, 'tlsa.data.malformed.meaning', params);
  }
  const kinds = { 0: 'full', 1: 'digest', 2: 'digest' } as const;
  const kind = kinds[record.matchingType as 0 | 1 | 2] as 'full' | 'digest' | undefined;
  return part('data', record.data, null, `tlsa.data.${kind ?? 'unknown'}.meaning`, params);
}
