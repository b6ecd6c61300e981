import { findingSentences } from './findingWords.ts';
import type { Words } from '../words/words.ts';
import type { Change } from './changes.ts';
import type { FindingCode } from './findings.ts';
import type { DomainVerdict } from './verdict.ts';
import type { Security } from './check.ts';

const digitsShown = 16;

function verdictText(value: string | null, words: Words): string {
  return value === null
    ? words('dane.change.none')
    : words(`dane.verdict.${value as DomainVerdict}`);
}

function securityText(value: string | null, words: Words): string {
  return value === null ? words('dane.change.none') : words(`dane.security.${value as Security}`);
}

/** Fingerprints are long, and their beginnings tell them apart. */
function fingerprintText(value: string | null): string {
  return (value ?? '')
    .split(' ')
    .map((each) => each.slice(0, digitsShown))
    .join(', ');
}

function plain(value: string | null, words: Words): string {
  return value ?? words('dane.change.none');
}

function findingText({ from, to, host, ip, params }: Change, words: Words): string {
  const code = (to ?? from) as FindingCode;
  return findingSentences({ code, where: { host, ip, keyType: null }, params }, words).message;
}

/** One difference between two checks, as a sentence. */
export function changeSentence(change: Change, words: Words): string {
  const { kind, host, ip, from, to } = change;
  const place = { host: host ?? '', ip: ip ?? '' };
  switch (kind) {
    case 'verdict':
    case 'host-verdict':
    case 'address-verdict':
      return words(`dane.change.${kind}`, {
        ...place,
        from: verdictText(from, words),
        to: verdictText(to, words),
      });
    case 'mx-status':
    case 'address-status':
    case 'tlsa-status':
      return words(`dane.change.${kind}`, {
        ...place,
        from: securityText(from, words),
        to: securityText(to, words),
      });
    case 'protected':
      return words(`dane.protected.${to as 'true' | 'false' | 'unknown'}`);
    case 'certificate':
      return words('dane.change.certificate', {
        ...place,
        from: fingerprintText(from),
        to: fingerprintText(to),
      });
    case 'finding-new':
    case 'finding-gone':
      return words(`dane.change.${kind}`, { finding: findingText(change, words) });
    case 'host-added':
    case 'host-removed':
    case 'preference':
    case 'address-added':
    case 'address-removed':
    case 'tlsa-base':
    case 'tlsa-added':
    case 'tlsa-removed':
    case 'mta-sts':
    case 'tls-reporting':
      return words(`dane.change.${kind}`, {
        ...place,
        from: plain(from, words),
        to: plain(to, words),
      });
    default:
      return kind satisfies never;
  }
}
