import { z } from 'zod';

/** Of a handshake, an address, a host, a domain; worst first. A parent has the worst of its children. */
export const verdicts = [
  'fail',
  'defer',
  'unreachable',
  'no-dane',
  'tls-only',
  'host-only',
  'pass-with-warnings',
  'pass',
] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** `no-mail` stands alone: a domain that takes no mail has nothing to compare. */
export const domainVerdictSchema = z.enum([...verdicts, 'no-mail']);
export type DomainVerdict = z.infer<typeof domainVerdictSchema>;

/** `null` of none. */
export function worstVerdict(children: Iterable<Verdict>): Verdict | null {
  const occurred = new Set(children);
  return verdicts.find((verdict) => occurred.has(verdict)) ?? null;
}

/** How a program that only looks at the exit code hears of a verdict. */
export const verdictExit: Readonly<Record<DomainVerdict, 0 | 1 | 3>> = {
  pass: 0,
  'pass-with-warnings': 0,
  'no-mail': 0,
  defer: 3,
  unreachable: 3,
  fail: 1,
  'no-dane': 1,
  'tls-only': 1,
  'host-only': 1,
};
