import type { DnssecValidation } from './validation.ts';

/** How the resolver's own opinion stands to what was found here; each is a sentence `dnssec.opinion.<code>`. */
export const resolverOpinions = [
  /** It gave none. */
  'unknown',
  'agrees',
  /** It does not say that it has checked, and hands the answer out. */
  'unchecked',
  'unchecked-bogus',
  /** Differences. */
  'vouches-for-bogus',
  'vouches-for-insecure',
  'vouches-for-unknown',
  'refuses-secure',
  'refuses-insecure',
] as const;
export type ResolverOpinion = (typeof resolverOpinions)[number];

/** Asked to check, a resolver answers with AD, without it, or refuses with SERVFAIL (RFC 4035 §3.2.2–3.2.3). */
export function resolverOpinion({
  status,
  resolver: { ad, rcode },
}: Pick<DnssecValidation, 'status' | 'resolver'>): ResolverOpinion {
  if (ad === null) return 'unknown';
  const refuses = rcode === 'SERVFAIL';
  switch (status) {
    case 'secure':
      if (refuses) return 'refuses-secure';
      return ad ? 'agrees' : 'unchecked';
    case 'insecure':
      if (refuses) return 'refuses-insecure';
      return ad ? 'vouches-for-insecure' : 'agrees';
    case 'bogus':
      if (refuses) return 'agrees';
      return ad ? 'vouches-for-bogus' : 'unchecked-bogus';
    case 'indeterminate':
      return ad ? 'vouches-for-unknown' : 'unknown';
    default:
      return status satisfies never;
  }
}

/** Whether one of the two is wrong, or believes something else. */
export function isDifference(opinion: ResolverOpinion): boolean {
  return opinion.startsWith('vouches-') || opinion.startsWith('refuses-');
}
