import type { Cause, Explanation, NextStep } from './explanation.ts';

/** What an enhanced status code (RFC 3463) means when Exchange Online says it. */
interface CodeMeaning {
  readonly cause: Cause;
  readonly whoseSide: Explanation['whoseSide'];
  readonly next: readonly NextStep[];
}

function meaning(
  cause: Cause,
  whoseSide: Explanation['whoseSide'],
  ...next: readonly NextStep[]
): CodeMeaning {
  return { cause, whoseSide, next };
}

/**
 * By the code without its first digit: 4 while Exchange Online retries, 5 when it has given up.
 * Sources: learn.microsoft.com/purview/how-smtp-dane-works and the list of non-delivery reports.
 */
const meanings: Readonly<Record<string, CodeMeaning>> = {
  '7.321': meaning('dane-starttls', 'theirs', 'check-domain', 'enable-starttls', 'tell-recipient'),
  '7.322': meaning('dane-expired', 'theirs', 'check-domain', 'renew-certificate', 'tell-recipient'),
  '7.323': meaning('dane-tlsa', 'theirs', 'check-domain', 'publish-record', 'tell-recipient'),
  '7.324': meaning('dane-dnssec', 'theirs', 'check-domain', 'fix-dnssec', 'tell-recipient'),
  '7.325': meaning('dane-name', 'theirs', 'check-domain', 'publish-record', 'tell-recipient'),
  '4.312': meaning('dns-failed', 'theirs', 'check-domain', 'fix-dnssec', 'tell-recipient'),
  '7.5': meaning('sts-certificate', 'theirs', 'check-domain', 'fix-sts-policy', 'tell-recipient'),
  '4.8': meaning('sts-mx', 'theirs', 'check-domain', 'fix-sts-policy', 'tell-recipient'),
  '4.316': meaning('connection-failed', 'theirs', 'check-domain', 'wait-for-retry'),
  '4.317': meaning('connection-failed', 'theirs', 'check-domain', 'wait-for-retry'),
  '7.30': meaning('smtp-auth-basic', 'yours', 'move-off-basic'),
  '7.139': meaning('smtp-auth-disabled', 'yours', 'enable-smtp-auth', 'move-off-basic'),
  '7.57': meaning('smtp-auth-disabled', 'yours', 'enable-smtp-auth', 'move-off-basic'),
  '7.68': meaning('direct-send-rejected', 'yours', 'use-connector'),
  '7.236': meaning('onmicrosoft-limit', 'yours', 'use-own-domain'),
  '1.1': meaning('recipient-unknown', 'unknown', 'check-address'),
  '1.10': meaning('recipient-unknown', 'unknown', 'check-address'),
  '7.1': meaning('not-authorized', 'unknown', 'tell-recipient'),
  '4.1': meaning('domain-unreachable', 'theirs', 'check-address', 'check-domain'),
  '4.4': meaning('domain-unreachable', 'theirs', 'check-domain'),
};

/** Not part of an address, a version or a time. */
const codeForm = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;

/** The codes of a text, each once, those that are known first. */
export function statusCodesIn(text: string): string[] {
  const codes = [...new Set([...text.matchAll(codeForm)].map(([code]) => code))];
  return codes.toSorted((a, b) => Number(meaningOf(b) !== null) - Number(meaningOf(a) !== null));
}

export function meaningOf(code: string): CodeMeaning | null {
  return meanings[code.slice(2)] ?? null;
}

export const otherCode: CodeMeaning = meaning('other-code', 'unknown', 'check-domain');
