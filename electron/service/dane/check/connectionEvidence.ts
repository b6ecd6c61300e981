import { X509Certificate } from 'node:crypto';
import type { Evidence, TraceEntry } from '../../../../shared/dane/check.ts';
import type { AddressProbes } from '../../smtp/probeAddress.ts';
import type { ProbePhase, ProbeResult } from '../../smtp/types.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import type { TlsaVerification } from '../match/verifyTlsa.ts';

type CertificateEvidence = Evidence['certificates'][number];
export type ConnectionEvidence = Evidence['connections'][number];

const stepOfPhase: Readonly<Record<ProbePhase, TraceEntry['step']>> = {
  connect: 'connection',
  greeting: 'starttls',
  hello: 'starttls',
  starttls: 'starttls',
  tls: 'tls',
};

/** The steps that one connection went through, with the time each took. */
export function connectionTrace(ip: string, port: number, result: ProbeResult): TraceEntry[] {
  const question = `${ip}:${port} ${result.serverName ?? '-'}`;
  const entries = new Map<TraceEntry['step'], TraceEntry>();
  for (const { phase, milliseconds } of result.phases) {
    const step = stepOfPhase[phase];
    const failed = result.failure?.phase === phase;
    entries.set(step, {
      step,
      question,
      server: ip,
      status: failed ? 'failed' : 'ok',
      reason: failed ? (result.failure?.code ?? null) : null,
      ms: (entries.get(step)?.ms ?? 0) + milliseconds,
    });
  }
  return [...entries.values()];
}

export function connectionsOf(probes: AddressProbes): readonly ProbeResult[] {
  return probes.withoutServerName === null
    ? probes.probes
    : [...probes.probes, probes.withoutServerName];
}

export function connectionEvidence(
  host: string,
  ip: string,
  result: ProbeResult,
  verification: TlsaVerification | null,
): ConnectionEvidence {
  const { handshake, failure, serverName, transcript } = result;
  return {
    host,
    ip,
    sni: serverName,
    keyType: handshake?.keyType ?? null,
    protocol: handshake?.protocol ?? null,
    cipher: handshake?.cipher ?? null,
    failure,
    chain: (handshake?.chain ?? []).map(
      (der) => chainCertificateOf(der)?.fingerprint ?? 'unreadable',
    ),
    path: [...(verification?.path ?? [])],
    transcript: [...transcript],
  };
}

const described = new WeakMap<Uint8Array, CertificateEvidence | null>();

function pemOf(der: Uint8Array): string {
  try {
    return new X509Certificate(der).toString();
  } catch {
    return '';
  }
}

function describe(der: Uint8Array): CertificateEvidence | null {
  const certificate = chainCertificateOf(der);
  if (certificate === null) return null;
  const { parsed, fingerprint } = certificate;
  return {
    fingerprint,
    subject: parsed.subject.text,
    issuer: parsed.issuer.text,
    names: parsed.extensions.subjectAlternativeNames.map(({ value }) => value),
    notBefore: parsed.notBefore,
    notAfter: parsed.notAfter,
    pem: pemOf(der),
  };
}

/** The certificates of chains, each once. */
export function certificateEvidence(
  chains: Iterable<readonly Uint8Array[]>,
): CertificateEvidence[] {
  const found = new Map<string, CertificateEvidence>();
  for (const chain of chains) {
    for (const der of chain) {
      const known = described.get(der);
      const certificate = known === undefined ? describe(der) : known;
      described.set(der, certificate);
      if (certificate !== null) found.set(certificate.fingerprint, certificate);
    }
  }
  return [...found.values()];
}
