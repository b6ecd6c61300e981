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
  'dns.failure.cancelled': 'cancelled',
  'dns.failure.no-resolver': 'there is no resolver to ask',
} as const;
