import { assertNever } from '../../assertNever.ts';
import type { DomainName } from '../domainName.ts';
import { genericLine, zoneLine } from '../formatRecord.ts';
import type { PublishableRecord } from '../formatRecord.ts';
import type { KnownTlsaRecord } from '../record.ts';
import { azureCommand } from './azure.ts';
import { cloudflareBody } from './cloudflare.ts';
import { plainJson } from './json.ts';
import { route53ChangeBatch } from './route53.ts';
import { windowsCommand } from './windows.ts';

/** The forms in which records are taken away. */
export const recordFormats = [
  'zone',
  'generic',
  'windows',
  'azure',
  'cloudflare',
  'route53',
  'json',
] as const;
export type RecordFormat = (typeof recordFormats)[number];

export interface FormatContext {
  /** The zone that holds the records: DNS consoles want owners relative to it. */
  readonly zone: DomainName;
  /** Azure only; `null` leaves a placeholder. */
  readonly resourceGroup: string | null;
}

/** Records as text to paste or to save: a line each, or one JSON document. No line feed at the end. */
export function formatRecords(
  format: RecordFormat,
  records: readonly PublishableRecord<KnownTlsaRecord>[],
  { zone, resourceGroup }: FormatContext,
): string {
  switch (format) {
    case 'zone':
      return records.map(zoneLine).join('\n');
    case 'generic':
      return records.map(genericLine).join('\n');
    case 'windows':
      return records.map((record) => windowsCommand(record, zone)).join('\n');
    case 'azure':
      return records.map((record) => azureCommand(record, zone, resourceGroup)).join('\n');
    case 'cloudflare':
      return cloudflareBody(records);
    case 'route53':
      return route53ChangeBatch(records);
    case 'json':
      return plainJson(records);
    default:
      return assertNever(format, 'record format');
  }
}

/** How a format is saved: extension without dot, and whether its provider calls it experimental. */
export const recordFormatFiles: Readonly<
  Record<RecordFormat, { readonly extension: string; readonly mediaType: string }>
> = {
  zone: { extension: 'zone', mediaType: 'text/dns' },
  generic: { extension: 'zone', mediaType: 'text/dns' },
  windows: { extension: 'ps1', mediaType: 'text/plain' },
  azure: { extension: 'sh', mediaType: 'text/plain' },
  cloudflare: { extension: 'json', mediaType: 'application/json' },
  route53: { extension: 'json', mediaType: 'application/json' },
  json: { extension: 'json', mediaType: 'application/json' },
};
