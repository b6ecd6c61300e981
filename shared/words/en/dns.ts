/** Questions to the DNS: look-ups, resolvers and what they can do. */
export const dns = {
  'dns.option.resolver':
    'Asks this resolver: udp://IP:PORT, tcp://IP:PORT, tls://IP:PORT#NAME or https://HOST/dns-query; IPv6 in brackets. Several are tried in order. Without it the system’s resolvers.',
  'dns.option.resolver-ca':
    'Trusts the certificates of this file, and no others, for tls:// and https:// resolvers.',
  'dns.option.trust-anchor':
    'Starts the chain of trust from the DS or DNSKEY lines, or the root-anchors.xml, in FILE instead of the built-in root keys.',

  'dns.cli.lookup.summary': 'Asks the DNS and shows the answer, not validated.',
  'dns.cli.lookup.description':
    'Asks for the records of a name, with DNSSEC signatures and without the resolver’s checking, and shows what came and what the resolver makes of it. Nothing is validated here: that is dnssec validate.',

  'dns.cli.resolver-advice':
    'The system’s resolver, {resolver}, can’t be used for DNSSEC. {verdict} Name another, for example {example}',

  'dns.lookup.question': '{name} {type}:',
  'dns.lookup.answer':
    '{count, plural, =0 {no records} one {# record} other {# records}} ({rcode})',
  'dns.lookup.server': 'Answered by {server} in {milliseconds, number} ms.',
  'dns.lookup.validated':
    '{ad, select, true {The resolver says that it has validated this answer.} false {{rcode, select, SERVFAIL {Asked to check, the resolver refuses this answer (SERVFAIL).} other {The resolver does not say that it has validated this answer.}}} other {What the resolver itself makes of it is unknown.}}',
  'dns.lookup.extended-error':
    'It adds: {name} ({code, number, ::group-off}){text, select, none {} other {: {text}}}',

  'dns.failure.timeout': 'no answer in time from {server}',
  'dns.failure.unreachable': '{server} can’t be reached',
  'dns.failure.refused-connection': '{server} refuses the connection',
  'dns.failure.malformed': '{server} sent something that is no DNS message',
  'dns.failure.wrong-question': '{server} answered another question',
  'dns.failure.truncated': 'the answer of {server} was cut short',
  'dns.failure.tls-failed':
    '{server} could not be reached safely: its certificate or its TLS is not right',
  'dns.failure.http-failed': '{server} did not answer as DNS over HTTPS does',
  'dns.failure.no-http2': '{server} speaks no HTTP/2, which is needed for DNS over HTTPS',
  'dns.failure.cancelled': 'cancelled',
  'dns.failure.no-resolver': 'there is no resolver to ask',

  'dns.self-test.check.answers': 'Answers at all',
  'dns.self-test.check.signatures': 'Hands signatures on',
  'dns.self-test.check.large-answers': 'Hands large answers on whole',
  'dns.self-test.check.denial': 'Proves that a name does not exist',
  'dns.self-test.check.denial-nsec3': 'Proves it with NSEC3 too',
  'dns.self-test.check.tlsa': 'Knows TLSA records',
  'dns.self-test.check.honest': 'Does not vouch for what is wrong',

  'dns.self-test.detail.timeout': 'No answer came in time.',
  'dns.self-test.detail.unreachable': 'It can’t be reached.',
  'dns.self-test.detail.refused-connection': 'It refuses the connection.',
  'dns.self-test.detail.malformed': 'What came is no DNS message.',
  'dns.self-test.detail.wrong-question': 'It answered another question.',
  'dns.self-test.detail.truncated': 'The answer was cut short.',
  'dns.self-test.detail.tls-failed': 'Its certificate or its TLS is not right.',
  'dns.self-test.detail.http-failed': 'It does not answer as DNS over HTTPS does.',
  'dns.self-test.detail.no-http2': 'It speaks no HTTP/2, which is needed for DNS over HTTPS.',
  'dns.self-test.detail.cancelled': 'The test was cancelled.',
  'dns.self-test.detail.no-resolver': 'There is no resolver to ask.',
  'dns.self-test.detail.error-rcode': 'It answered with an error.',
  'dns.self-test.detail.denies-everything': 'It says of names that exist that they don’t.',
  'dns.self-test.detail.invents-answers': 'It answers for names that don’t exist.',
  'dns.self-test.detail.stripped': 'The signatures are taken away.',
  'dns.self-test.detail.incomplete': 'The records asked for are not in the answer.',
  'dns.self-test.detail.validates': 'It checks signatures itself.',
  'dns.self-test.detail.does-not-validate': 'It does not check signatures itself.',
  'dns.self-test.detail.vouches-for-bogus':
    'It says that it has validated an answer whose signatures are wrong.',

  'dns.self-test.verdict.validating': 'It validates DNSSEC and hands the proofs on.',
  'dns.self-test.verdict.passes': 'It hands the proofs of DNSSEC on.',
  'dns.self-test.verdict.strips': 'It takes the proofs of DNSSEC away.',
  'dns.self-test.verdict.lies': 'It answers what is not so.',
  'dns.self-test.verdict.no-answer': 'It does not answer, or only with errors.',
  'dns.self-test.usable':
    '{usable, select, yes {Validation works over it.} other {Nothing can be validated over it.}}',
  'dns.self-test.offer':
    'Choose another resolver, such as one of the public ones below. They are asked over an encrypted connection and see the names that you check.',
} as const;
