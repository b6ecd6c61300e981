import { z } from 'zod';
import { command, job, query } from './channel.ts';

/** A record in presentation format: `mail.example.com.`, `MX`, `10 mx.example.net.`. */
export const dnsRecordSchema = z.strictObject({
  owner: z.string(),
  type: z.string(),
  /** Seconds. */
  ttl: z.number().int().nonnegative(),
  data: z.string(),
});
export type DnsRecord = z.infer<typeof dnsRecordSchema>;

/** What the resolver itself makes of a question, asked without CD. It is shown, not believed. */
export const resolverViewSchema = z.strictObject({
  /** The resolver says that it has validated the answer; `null`: it gave none. */
  ad: z.boolean().nullable(),
  /** `SERVFAIL`, say; `null`: no answer came. */
  rcode: z.string().nullable(),
  /** Extended errors (RFC 8914); `name` is the registry's. */
  ede: z.array(z.strictObject({ code: z.number().int(), name: z.string(), text: z.string() })),
});
export type ResolverView = z.infer<typeof resolverViewSchema>;

/** Why no answer came. */
export const dnsFailureReasons = [
  'timeout',
  'unreachable',
  'refused-connection',
  'malformed',
  'wrong-question',
  'truncated',
  'tls-failed',
  'http-failed',
  'no-http2',
  'cancelled',
  'no-resolver',
] as const;

export const dnsAnswerSchema = z.strictObject({
  schema: z.literal('exo-companion/dns-answer@1'),
  /** Lower-case A-labels without final dot; `.` is the root. */
  name: z.string(),
  type: z.string(),
  /** `null` when an answer came. */
  reason: z.enum(dnsFailureReasons).nullable(),
  rcode: z.string().nullable(),
  /** The answer section in chain order, without signatures. */
  records: z.array(dnsRecordSchema),
  /** Proofs are read by validating; a look-up has none. */
  denial: z.null(),
  resolver: resolverViewSchema,
  expires: z.null(),
});
export type DnsAnswerView = z.infer<typeof dnsAnswerSchema>;

/** As a person writes them: `udp://192.0.2.1`, `https://dns.example/dns-query`. */
export const resolverTextsSchema = z.array(z.string().max(512)).max(8);

/** In the order in which they are shown; each is a sentence `dns.self-test.check.<check>`. */
export const selfTestChecks = [
  'answers',
  'signatures',
  'large-answers',
  'denial',
  'denial-nsec3',
  'tlsa',
  'honest',
] as const;

/** What a check found; each is a sentence `dns.self-test.detail.<detail>`. */
export const selfTestDetails = [
  ...dnsFailureReasons,
  'error-rcode',
  'denies-everything',
  'invents-answers',
  'stripped',
  'incomplete',
  'validates',
  'does-not-validate',
  'vouches-for-bogus',
] as const;

export const selfTestCheckSchema = z.strictObject({
  check: z.enum(selfTestChecks),
  /** `null`: not tested, or not to be told from here. */
  passed: z.boolean().nullable(),
  detail: z.enum(selfTestDetails).nullable(),
});
export type SelfTestCheck = z.infer<typeof selfTestCheckSchema>;

/**
 * `validating`: checks DNSSEC itself; `passes`: hands signatures on; `strips`: takes them, or what
 * proves absence, away; `lies`: answers what is not so.
 */
export const resolverVerdicts = ['validating', 'passes', 'strips', 'lies', 'no-answer'] as const;
export type ResolverVerdict = (typeof resolverVerdicts)[number];

export const selfTestSchema = z.strictObject({
  /** As the person named it. */
  resolver: z.string(),
  verdict: z.enum(resolverVerdicts),
  /** Whether validation works over it. What it says of itself is not asked. */
  usable: z.boolean(),
  /** Octets that it takes over UDP (RFC 6891); `null`: it speaks no EDNS. */
  udpSize: z.number().int().nonnegative().nullable(),
  milliseconds: z.number().int().nonnegative(),
  checks: z.array(selfTestCheckSchema),
});
export type ResolverSelfTest = z.infer<typeof selfTestSchema>;

export const resolverListSchema = z.strictObject({
  /** What the system is set to use. */
  system: z.array(z.string()),
  /** Public ones, used only when a person chooses them. */
  public: z.array(
    z.strictObject({
      id: z.string(),
      operator: z.string(),
      text: z.string(),
      policy: z.string(),
    }),
  ),
});

export const dnsChannels = {
  /** Asks one question. `resolvers` empty: those of the settings, else the system's. */
  'dns.lookup': job({
    input: {
      name: z.string().max(1024),
      type: z.string().max(16),
      resolvers: resolverTextsSchema,
    },
    output: dnsAnswerSchema,
  }),
  'dns.resolvers': query({ input: z.strictObject({}), output: resolverListSchema }),
  /** Keeps whom to ask from now on, in order, without repetitions; empty: the system's. */
  'dns.setResolvers': command({
    input: z.strictObject({ resolvers: resolverTextsSchema }),
    output: z.strictObject({ resolvers: resolverTextsSchema }),
  }),
  /** What each resolver can do, in the order given; `resolvers` empty: as for `dns.lookup`. */
  'dns.selfTest': job({
    input: { resolvers: resolverTextsSchema },
    output: z.array(selfTestSchema),
    item: selfTestSchema,
  }),
} as const;
