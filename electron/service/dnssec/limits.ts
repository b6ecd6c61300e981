/**
 * Bounds on what answers may cost. Attackers write zones too: KeyTrap (CVE-2023-50387) makes a resolver
 * try every key with every signature, CVE-2023-50868 makes it hash without end. What goes over a bound
 * ends with a reason of its own, never in silence.
 */

/** Keys of a trust-anchor file; private roots have a handful. */
export const anchorKeysMax = 1000;

/** Records of one RRset. The largest real ones (TXT, A) have some hundreds; a message holds 64 KiB. */
export const rrsetRecordsMax = 2000;

/** Keys of one DNSKEY RRset; in a roll-over of two algorithms with standby keys there are eight. */
export const zoneKeysMax = 64;

/** DS records of one delegation; two keys with three digests each make six. */
export const delegationRecordsMax = 64;

/** Signatures tried for one RRset, as many as Unbound; a roll-over of two algorithms needs four. */
export const signaturesPerRrsetMax = 8;

/** Keys tried for one signature. By chance two keys of a zone share a tag once in 65,536. */
export const keysPerSignatureMax = 4;

/**
 * Signatures verified for one RRset in all: with both bounds above at their limit an answer would cost
 * 32, which no honest zone needs.
 */
export const verificationsPerRrsetMax = 16;

/**
 * Signatures verified for one question, its chains of trust and aliases in all: a chain of ten zones
 * with two each, eleven aliases and the three denial records of each come to about 80. An ANY answer
 * adds `anyRrsetsMax`.
 */
export const verificationsPerQuestionMax = 256;

/** RRsets validated of an answer to ANY; the others are left out, which RFC 8482 allows. */
export const anyRrsetsMax = 24;

/** Links of CNAMEs and DNAMEs; resolvers give up between 9 and 17. */
export const aliasesMax = 16;

/**
 * Questions under validation at once; others of the batch wait. More would only wait for the network,
 * and what they hold meanwhile makes every garbage collection longer: 13 ms with 500, 3 ms with 64.
 */
export const questionsAtOnceMax = 64;

/** Questions sent for one question: 127 labels ask for a DS each, and aliases again. */
export const queriesPerQuestionMax = 400;

/**
 * Labels, counted from the trust anchor, whose DS is asked together with the question itself: enough for
 * `example.co.uk`. Deeper ones are asked, all at once, when the answer shows the need.
 */
export const delegationsAskedAhead = 3;

/**
 * NSEC3 iterations that are still hashed; more make a zone insecure (RFC 9276 §3.2). 150 is the bound
 * that BIND, Unbound, Knot and PowerDNS agreed on in 2021.
 */
export const nsec3IterationsMax = 150;

/**
 * SHA-1 computations, in blocks, for the NSEC3 proofs of one question in all: a name of 127 labels at
 * 150 iterations twice over. About 40 ms, in pieces of `nsec3ComputationsAtOnce`.
 */
export const nsec3ComputationsMax = 40_000;

/** SHA-1 computations, about 2 ms, after which other work gets its turn. */
export const nsec3ComputationsAtOnce = 2_000;

/** NSEC and NSEC3 RRsets looked at in one answer; a proof needs three, and aliases add theirs. */
export const denialRrsetsMax = 48;

/** Answers and proven zones kept for a run; the oldest are dropped first. About 20 MB when full. */
export const cachedAnswersMax = 4_000;
export const cachedZonesMax = 4_000;

/** Seconds that an answer is kept, whatever its TTL says. */
export const cacheSecondsMax = 86_400;

/** Seconds that a missing answer is kept, so that a batch does not ask a dead server for every name. */
export const failureCacheSeconds = 10;
