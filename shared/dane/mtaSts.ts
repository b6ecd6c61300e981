/** MTA-STS as text (RFC 8461): the record that announces a policy, and the policy. */

/** What a TXT RRset says; `invalid`: several records, or one that can't be read. */
export type StsRecord =
  | { readonly state: 'absent' | 'invalid' }
  | { readonly state: 'found'; readonly id: string };

export function readStsRecord(texts: readonly string[]): StsRecord {
  const records = texts.filter((text) => /^v=STSv1\s*(?:;|$)/.test(text));
  if (records.length === 0) return { state: 'absent' };
  const [record = ''] = records;
  const id = /;\s*id=([A-Za-z0-9]{1,32})\s*(?:;|$)/.exec(record)?.[1];
  return records.length > 1 || id === undefined ? { state: 'invalid' } : { state: 'found', id };
}

export interface StsPolicy {
  readonly mode: 'enforce' | 'testing' | 'none';
  /** Patterns, lower case. */
  readonly mx: readonly string[];
  /** Seconds. */
  readonly maxAge: number;
}

const modes = ['enforce', 'testing', 'none'] as const;
/** RFC 8461 §3.2: about a year. */
const maxAgeMax = 31_557_600;

const patternForm = /^(?:\*\.)?(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;

/** `null`: not a policy of RFC 8461 §3.2. */
export function readStsPolicy(text: string): StsPolicy | null {
  const fields = new Map<string, string>();
  const mx: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^\s*([A-Za-z0-9_-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === 'mx') mx.push(value.toLowerCase());
    else if (key !== '' && !fields.has(key)) fields.set(key, value);
  }
  const mode = modes.find((candidate) => candidate === fields.get('mode'));
  const maxAge = /^\d{1,10}$/.test(fields.get('max_age') ?? '')
    ? Math.min(Number(fields.get('max_age')), maxAgeMax)
    : null;
  if (fields.get('version') !== 'STSv1' || mode === undefined || maxAge === null) return null;
  if (!mx.every((pattern) => patternForm.test(pattern)) || (mode !== 'none' && mx.length === 0))
    return null;
  return { mode, mx, maxAge };
}

/** RFC 8461 §4.1: `*.` stands for one label. */
export function stsAllows(patterns: readonly string[], host: string): boolean {
  const parent = host.slice(host.indexOf('.'));
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? pattern.slice(1) === parent && host !== parent : pattern === host,
  );
}

/** A wildcard that the host would match if it stood for several labels: a common mistake. */
export function stsAlmostAllows(patterns: readonly string[], host: string): string | null {
  const close = patterns.find(
    (pattern) => pattern.startsWith('*.') && host.endsWith(pattern.slice(1)),
  );
  return stsAllows(patterns, host) ? null : (close ?? null);
}

/** Addresses of a TLS reporting record (RFC 8460 §3); `null`: there is none. */
export function readTlsReporting(texts: readonly string[]): string[] | 'invalid' | null {
  const records = texts.filter((text) => /^v=TLSRPTv1\s*(?:;|$)/.test(text));
  if (records.length === 0) return null;
  const [record = ''] = records;
  const addresses = (/;\s*rua=([^;]+)/.exec(record)?.[1] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => /^(?:mailto:|https:\/\/)\S+$/i.test(address));
  return records.length > 1 || addresses.length === 0 ? 'invalid' : addresses;
}
