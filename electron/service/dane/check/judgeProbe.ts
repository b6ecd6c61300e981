import type { ProbeView } from '../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import type { DigestOrder, TlsaService } from '../../../../shared/dane/verification.ts';
import type { Verdict } from '../../../../shared/dane/verdict.ts';
import type { ProbeFailure, ProbeFailureCode, ProbeResult } from '../../smtp/types.ts';
import { verifyTlsa } from '../match/verifyTlsa.ts';
import type { TlsaVerification, VerificationNote } from '../match/verifyTlsa.ts';
import type { LocatedHost } from './locateHost.ts';

export interface JudgeContext {
  readonly located: LocatedHost;
  /** Reference identifiers (RFC 7672 §3.2.2). */
  readonly names: readonly string[];
  readonly service: TlsaService;
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
  readonly digests: DigestOrder;
}

export interface JudgedProbe {
  readonly verdict: Verdict;
  readonly matched: ProbeView['matched'];
  readonly codes: readonly FindingCode[];
  /** `null`: there was no chain to verify, or no record to verify it by. */
  readonly verification: TlsaVerification | null;
}

interface Meaning {
  readonly verdict: Extract<Verdict, 'fail' | 'defer' | 'unreachable'>;
  readonly code: FindingCode;
}

function unreachable(code: FindingCode): Meaning {
  return { verdict: 'unreachable', code };
}

function refused(code: FindingCode): Meaning {
  return { verdict: 'fail', code };
}

const meanings: Readonly<Record<ProbeFailureCode, Meaning>> = {
  'connection-refused': unreachable('connection-refused'),
  'connection-timed-out': unreachable('connection-timed-out'),
  'no-route': unreachable('connection-failed'),
  'connection-failed': unreachable('connection-failed'),
  'proxy-failed': unreachable('proxy-failed'),
  'timed-out': unreachable('smtp-timed-out'),
  closed: unreachable('smtp-closed'),
  'not-understood': unreachable('smtp-not-understood'),
  'try-later': { verdict: 'defer', code: 'smtp-try-later' },
  'turned-away': unreachable('smtp-turned-away'),
  'starttls-not-offered': refused('starttls-not-offered'),
  'starttls-refused': refused('starttls-refused'),
  'tls-refused': refused('tls-refused'),
  'tls-failed': refused('tls-failed'),
  'certificate-malformed': refused('certificate-malformed'),
  'chain-too-large': refused('chain-too-large'),
  'runtime-cannot-test': unreachable('runtime-cannot-test'),
  cancelled: unreachable('time-limit'),
};

function meaningOf({ code, phase }: ProbeFailure): Meaning {
  // Whoever hangs up or talks nonsense when TLS is asked for has refused it.
  if (phase === 'starttls' && (code === 'closed' || code === 'not-understood')) {
    return refused('starttls-refused');
  }
  return meanings[code];
}

const failureCodes: Readonly<Partial<Record<TlsaVerification['reason'], FindingCode>>> = {
  'no-match': 'tlsa-no-match',
  'name-mismatch': 'certificate-name-mismatch',
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
  'untrusted-path': 'certificate-path-untrusted',
  'anchor-not-sent': 'anchor-not-sent',
  'pkix-failed': 'certificate-pkix-failed',
  malformed: 'certificate-malformed',
};

function whyItFailed({ reason, notes }: TlsaVerification): FindingCode {
  if (reason === 'no-match' && notes.includes('weaker-digest-matches')) {
    return 'tlsa-weaker-digest-only';
  }
  if (reason === 'no-match' && notes.includes('anchor-is-leaf')) return 'tlsa-anchor-is-leaf';
  return failureCodes[reason] ?? 'tlsa-no-match';
}

const noteCodes: Readonly<Partial<Record<VerificationNote, FindingCode>>> = {
  'leaf-expired': 'leaf-expired-ignored',
  'leaf-not-yet-valid': 'leaf-not-yet-valid-ignored',
  'leaf-name-mismatch': 'leaf-name-ignored',
  'anchor-expired': 'anchor-expired',
  'anchor-is-leaf': 'tlsa-combination-stale',
};

function judgeChain(chain: readonly Uint8Array[], context: JudgeContext): JudgedProbe {
  const { located } = context;
  const verification = verifyTlsa({ ...context, records: located.tlsa, chain });
  const { verdict, matched, notes, incomplete } = verification;
  if (verdict === 'tls-only' || verdict === 'no-dane') {
    return { verdict, matched: null, codes: [], verification };
  }
  if (verdict === 'pass') {
    const codes = notes.flatMap((note) => noteCodes[note] ?? []);
    return { verdict, matched, codes, verification };
  }
  if (incomplete === 'runtime-cannot-test') {
    return { verdict: 'unreachable', matched, codes: ['runtime-cannot-test'], verification };
  }
  return { verdict: 'fail', matched, codes: [whyItFailed(verification)], verification };
}

/** What one handshake means under the host's TLSA records. */
export function judgeProbe(result: ProbeResult, context: JudgeContext): JudgedProbe {
  const injected: FindingCode[] = result.injected ? ['plaintext-injected'] : [];
  const decided = context.located.verdict;
  if (result.handshake === null) {
    const meaning =
      result.failure === null ? unreachable('connection-failed') : meaningOf(result.failure);
    return {
      verdict: decided ?? meaning.verdict,
      matched: null,
      codes: [meaning.code, ...injected],
      verification: null,
    };
  }
  if (decided !== null) {
    return { verdict: decided, matched: null, codes: injected, verification: null };
  }
  const judged = judgeChain(result.handshake.chain, context);
  return { ...judged, codes: [...judged.codes, ...injected] };
}
