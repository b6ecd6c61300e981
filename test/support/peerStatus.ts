/** What other validators make of a question, in three words that can be compared. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rcode, typeName } from '../../electron/service/dns/codes.ts';
import { formatName } from '../../electron/service/dns/name.ts';
import { formatRdata } from '../../electron/service/dns/rdata/format.ts';
import { parseZoneText } from '../../electron/service/dns/zoneText.ts';
import type { DnsOutcome, Question } from '../../electron/service/dns/types.ts';
import type { SecurityStatus } from '../../electron/service/dnssec/types.ts';

export type PeerStatus = 'secure' | 'insecure' | 'failed';

/** A resolver answers SERVFAIL for what is bogus and for what can't be told. */
export function asPeerStatus(status: SecurityStatus): PeerStatus {
  return status === 'secure' || status === 'insecure' ? status : 'failed';
}

export function resolverStatus(outcome: DnsOutcome): PeerStatus {
  if (!outcome.ok || outcome.answer.message.rcode === rcode.SERVFAIL) return 'failed';
  return outcome.answer.message.authenticData ? 'secure' : 'insecure';
}

/** Writes a file for `delv -a` from DNSKEY lines. */
export function writeDelvAnchors(folder: string, dnskeyLines: string): string {
  const records = parseZoneText(dnskeyLines);
  if (!records.ok) throw new Error(records.error.problem);
  const keys = records.value.map(({ owner, type, rdata }) => {
    const [flags = '', protocol = '', algorithm = '', ...key] = formatRdata(type, rdata).split(' ');
    const fields = [flags, protocol, algorithm, `"${key.join('')}"`].join(' ');
    return `  "${formatName(owner)}" static-key ${fields};`;
  });
  const file = join(folder, 'delv.anchors');
  writeFileSync(file, `trust-anchors {\n${keys.join('\n')}\n};\n`);
  return file;
}

/**
 * delv's word on a question that leads over no alias (of an alias's end it tells the status only
 * sometimes).
 */
export async function delvStatus(
  { name, type }: Question,
  port: number,
  anchors: string,
): Promise<PeerStatus> {
  const where = ['@127.0.0.1', '-p', String(port), '-a', anchors, '+root=.'];
  // No shell: `-q` keeps a name from being read as anything else.
  const delv = spawn('delv', [...where, '-q', formatName(name), '-t', typeName(type)]);
  let text = '';
  for (const stream of [delv.stdout, delv.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  await new Promise((resolve) => delv.on('close', resolve));
  if (/resolution failed: (?!ncache)/.test(text)) return 'failed';
  if (text.includes('unsigned answer')) return 'insecure';
  return text.includes('fully validated') ? 'secure' : 'failed';
}
