import { readText, readTexts } from '../../../../shared/tenant/readValue.ts';
import { isRecord } from '../../../../shared/tenant/readRecord.ts';
import type { DnssecStatus } from '../../../../shared/tenant/records/domains.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** What is read of the answer. */
export const dnssecStatusProperties = [
  'DnssecFeatureStatus',
  'ExpectedMxRecord',
  'DnsValidation',
  'MxValidation',
  'MtaStsValidation',
  'Errors',
  'Warnings',
] as const;

/**
 * Reads what `Get-DnssecStatusForVerifiedDomain` printed. Its inner objects may come as objects or,
 * printed on the way, as text of the form `Name: value` or, where PowerShell
 * cut it off, `@{Name=value; …}`.
 */
export function readDnssecStatus(domain: string, raw: RawRecord): DnssecStatus {
  const dns = inner(raw['DnsValidation']);
  const mx = inner(raw['MxValidation']);
  const sts = inner(raw['MtaStsValidation']);
  const expected = inner(raw['ExpectedMxRecord']);
  return {
    domain,
    dnssecFeatureStatus: text(
      inner(raw['DnssecFeatureStatus'])['Value'] ?? raw['DnssecFeatureStatus'],
    ),
    expectedMx: exchangeOf(text(expected['Record'] ?? raw['ExpectedMxRecord'])),
    dnssecSupport: text(dns['DnssecSupport']),
    mxStatus: text(mx['Status']),
    actualMxRecords: texts(mx['ActualMxRecords']),
    mtaStsStatus: text(sts['Status']),
    mtaStsMode: text(sts['MtaStsMode']),
    errors: [raw, dns, mx, sts].flatMap((part) => texts(part['Errors'])),
    warnings: [raw, dns, mx, sts].flatMap((part) => texts(part['Warnings'])),
  };
}

function inner(value: unknown): RawRecord {
  if (isRecord(value)) return value;
  const printed = typeof value === 'string' ? readText(value) : null;
  if (typeof printed !== 'string') return {};
  const values: Record<string, string> = {};
  for (const line of printed.replace(/^@\{|\}$/g, '').split(/\r?\n|;\s*/)) {
    const [, name, text] = /^\s*(\w+)\s*[:=]\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && text !== undefined) values[name] = text;
  }
  return values;
}

function text(value: unknown): string | null {
  return readText(value) ?? null;
}

/** Errors are sentences, so that text is one entry and not a list of words. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return [...(readTexts(value) ?? [])];
}

/** `contoso-com.e-v1.mx.microsoft` out of `@ 60 IN MX 10 contoso-com.e-v1.mx.microsoft`. */
function exchangeOf(record: string | null): string | null {
  const host = record === null ? undefined : /\bMX\s+\d+\s+(\S+?)\.?\s*$/i.exec(record)?.[1];
  return host?.toLowerCase() ?? null;
}
