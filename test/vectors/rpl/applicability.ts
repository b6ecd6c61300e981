/** Whether a scenario tests what a validator does; told by its content, never by its name. */
import { rrType } from '../../../electron/service/dns/codes.ts';
import { parseDnskey, parseDs } from '../../../electron/service/dns/rdata/parse.ts';
import type { ResourceRecord } from '../../../electron/service/dns/types.ts';
import type { RplFile, RplSetting } from './rplFile.ts';

/** Settings of the resolver around the validator, whatever their value, and those that are obeyed. */
const harmless = new Set([
  'access-control',
  'ede',
  'fake-dsa',
  'fake-sha1',
  'forward-addr',
  'forward-first',
  'harden-glue',
  'harden-referral-path',
  'harden-unknown-additional',
  'iter-scrub-promiscuous',
  'log-servfail',
  'minimal-responses',
  'name',
  'outbound-msg-retry',
  'qname-minimisation',
  'rrset-roundrobin',
  'stub-addr',
  'stub-first',
  'stub-no-cache',
  'stub-prime',
  'target-fetch-policy',
  'trust-anchor',
  'trust-anchor-signaling',
  'val-bogus-ttl',
  'val-clean-additional',
  'val-log-level',
  'val-log-squelch',
  'val-nsec3-keysize-iterations',
  'val-override-date',
  'val-sig-skew-max',
  'val-sig-skew-min',
  'verbosity',
]);

/** Settings that change nothing at these values. */
const harmlessValues: Readonly<Record<string, RegExp>> = {
  'aggressive-nsec': /^(?:yes|no)$/,
  'do-ip6': /^(?:yes|no)$/,
  'domain-insecure': /^$/,
  'harden-algo-downgrade': /^no$/,
  'harden-below-nxdomain': /^no$/,
  'harden-dnssec-stripped': /^yes$/,
  'ignore-cd-flag': /^no$/,
  'local-zone': /nodefault$/,
  prefetch: /^no$/,
  // Keys asked early are the same keys.
  'prefetch-key': /^(?:yes|no)$/,
  'serve-expired': /^no$/,
  'val-permissive-mode': /^no$/,
};

const stepKinds = new Set(['QUERY', 'CHECK_ANSWER', 'TRAFFIC', 'TIME_PASSES']);
const gostAlgorithm = 12;
const gostDigest = 3;

/** Why a scenario says nothing about this validator; `null`: it does. */
export function whyNotApplicable(file: RplFile): string | null {
  const setting = file.settings.find((candidate) => !isHarmless(candidate));
  if (setting !== undefined) return `configuration ${setting.key}: ${setting.value}`;
  const [unknown] = file.unknown;
  if (unknown !== undefined) return `not understood: ${unknown}`;
  for (const { kind, words } of file.steps) {
    if (!stepKinds.has(kind)) return `step ${kind}`;
    if (kind === 'TIME_PASSES' && (words[0] !== 'ELAPSE' || Number.isNaN(Number(words[1])))) {
      return `step ${kind} ${words.join(' ')}`;
    }
  }
  return usesGost(file) ? 'GOST keys or digests, which are not supported (RFC 9906)' : null;
}

function isHarmless({ key, value }: RplSetting): boolean {
  return harmless.has(key) || harmlessValues[key]?.test(value) === true;
}

function usesGost(file: RplFile): boolean {
  return file.ranges.some(({ entries }) =>
    entries.some(({ answers, authorities }) => [...answers, ...authorities].some(isGost)),
  );
}

function isGost({ type, rdata }: ResourceRecord): boolean {
  if (type === rrType.DNSKEY) return parseDnskey(rdata)?.algorithm === gostAlgorithm;
  if (type !== rrType.DS) return false;
  const ds = parseDs(rdata);
  return ds?.algorithm === gostAlgorithm || ds?.digestType === gostDigest;
}
