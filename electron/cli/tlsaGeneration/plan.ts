import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import type { DomainName } from '../../../shared/tlsa/domainName.ts';
import type { RecordFormat } from '../../../shared/tlsa/formats/formatRecords.ts';
import { parseHostName } from '../../../shared/tlsa/hostName.ts';
import { tlsaOwner } from '../../../shared/tlsa/owner.ts';
import { defaultChoice } from '../../../shared/tlsa/recordsOf.ts';
import type { RecordChoice } from '../../../shared/tlsa/recordsOf.ts';
import { parsePort, parseTtl, protocols } from '../../../shared/tlsa/service.ts';
import type { ServicePort } from '../../../shared/tlsa/service.ts';
import { guessZone, parseZone } from '../../../shared/tlsa/zone.ts';
import type { OptionValues } from '../command.ts';
import { parseChoice, usageError } from '../options.ts';
import type { generateOptions } from './options.ts';

/** What `tlsa generate` was asked for, checked. */
export interface Plan {
  readonly host: DomainName;
  readonly zone: DomainName;
  readonly zoneIsGuess: boolean;
  readonly service: ServicePort;
  readonly owner: string;
  readonly ttl: number | null;
  readonly choice: RecordChoice;
  readonly all: boolean;
  /** `null`: the record with its explanation. */
  readonly format: RecordFormat | null;
}

type Values = OptionValues<typeof generateOptions>;

/** The forms of `--format`; plain JSON is `--json`. */
const formats = ['zone', 'generic', 'windows', 'azure', 'cloudflare', 'route53'] as const;

export function planOf(values: Values): Result<Plan> {
  if (values.host === null) return usageError({ problem: 'missingOption', option: '--host' });
  const host = parseHostName(values.host);
  if (!host.ok) return host;
  const zone =
    values.zone === null ? success(guessZone(host.value)) : parseZone(values.zone, host.value);
  if (!zone.ok) return zone;
  const service = serviceOf(values);
  if (!service.ok) return service;
  const owner = tlsaOwner(service.value, host.value);
  if (!owner.ok) return owner;
  const ttl = values.ttl === null ? success(null) : parseTtl(values.ttl);
  if (!ttl.ok) return ttl;
  const choice = choiceOf(values);
  if (!choice.ok) return choice;
  const format =
    values.format === null ? success(null) : parseChoice('--format', values.format, formats);
  if (!format.ok) return format;
  return success({
    host: host.value,
    zone: zone.value,
    zoneIsGuess: values.zone === null,
    service: service.value,
    owner: owner.value,
    ttl: ttl.value,
    choice: choice.value,
    all: values.all,
    format: format.value,
  });
}

function serviceOf(values: Values): Result<ServicePort> {
  const port = parsePort(values.port ?? '25');
  if (!port.ok) return port;
  const protocol = parseChoice('--protocol', values.protocol ?? 'tcp', protocols);
  return protocol.ok ? success({ port: port.value, protocol: protocol.value }) : protocol;
}

const usages = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;
const selectors = { '0': 0, '1': 1 } as const;
const matchingTypes = { '0': 0, '1': 1, '2': 2 } as const;

function choiceOf(values: Values): Result<RecordChoice> {
  for (const name of ['usage', 'selector', 'matching'] as const) {
    if (values.all && values[name] !== null) {
      return usageError({ problem: 'conflict', option: '--all', other: `--${name}` });
    }
  }
  const usage = numberOf('--usage', values.usage, usages, defaultChoice.usage);
  if (!usage.ok) return usage;
  const selector = numberOf('--selector', values.selector, selectors, defaultChoice.selector);
  if (!selector.ok) return selector;
  const matchingType = numberOf(
    '--matching',
    values.matching,
    matchingTypes,
    defaultChoice.matchingType,
  );
  if (!matchingType.ok) return matchingType;
  return success({
    usage: usage.value,
    selector: selector.value,
    matchingType: matchingType.value,
  });
}

function numberOf<Text extends string, Value extends number>(
  option: string,
  text: string | null,
  numbers: Readonly<Record<Text, Value>>,
  absent: Value,
): Result<Value> {
  if (text === null) return success(absent);
  const choice = parseChoice(option, text, Object.keys(numbers) as Text[]);
  return choice.ok ? success(numbers[choice.value]) : choice;
}
