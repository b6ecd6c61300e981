/** Settings of whom to ask, and where trust starts. */
export const networkSettings = {
  'networkSettings.resolvers': 'DNS resolvers',
  'networkSettings.resolvers.text':
    'Look-ups, chains of trust and DANE checks ask these. Answers are validated on this computer, so a resolver need not be trusted; but it has to hand signatures on, and it sees the names that you check.',
  'networkSettings.resolvers.which': 'Ask',
  'networkSettings.resolvers.system':
    '{count, plural, =0 {The system’s resolver (none is set)} one {The system’s resolver} other {The system’s resolvers}}',
  'networkSettings.resolvers.named': 'The resolvers that I name, in this order',
  'networkSettings.resolvers.list': 'Resolvers to ask',
  'networkSettings.resolvers.none': 'None yet. Until one is named, the system’s are asked.',
  'networkSettings.resolvers.up': 'Ask earlier',
  'networkSettings.resolvers.remove': 'Remove',
  'networkSettings.resolvers.new': 'Another resolver',
  'networkSettings.resolvers.new.hint':
    'udp://192.0.2.1, tcp://192.0.2.1, tls://192.0.2.1#dns.example.com or https://dns.example.com/dns-query; IPv6 addresses in brackets, another port behind a colon.',
  'networkSettings.resolvers.add': 'Add',
  'networkSettings.resolvers.full': 'Up to {max, number} resolvers are kept. Remove one first.',
  'networkSettings.resolvers.public': 'Well-known public ones, over HTTPS',
  'networkSettings.resolvers.public.text':
    'Chosen by you, and by nobody else. Their operators see the names that you check.',
  'networkSettings.resolvers.public.add': 'Add {operator}',
  'networkSettings.resolvers.public.added': '{operator} is among them',
  'networkSettings.resolvers.policy': 'Privacy policy',

  'networkSettings.test': 'Test',
  'networkSettings.test.start':
    '{count, plural, one {Test this resolver} other {Test these resolvers}}',
  'networkSettings.test.running': 'Testing',
  'networkSettings.test.results': 'What the test found',
  'networkSettings.test.udpSize': 'Takes answers of up to {octets, number} octets over UDP.',
  'networkSettings.test.noEdns': 'Speaks no EDNS, which DNSSEC needs.',
  'networkSettings.test.untested': 'not tested',
  'networkSettings.test.checks': 'Each check',

  'networkSettings.anchors': 'Trust anchors',
  'networkSettings.anchors.text':
    'The keys from which every chain of trust starts. Only for a private DNS root, or to take over new root keys before the app has them, are others needed.',
  'networkSettings.anchors.built-in': 'The keys of the root, as they come with the app',
  'networkSettings.anchors.imported': 'Imported; the built-in keys of the root do not count',
  'networkSettings.anchors.zone': 'Zone',
  'networkSettings.anchors.key': 'Key',
  'networkSettings.anchors.algorithm': 'Algorithm',
  'networkSettings.anchors.digest': 'Digest',
  'networkSettings.anchors.valid': 'Valid',
  'networkSettings.anchors.valid.always': 'always',
  'networkSettings.anchors.valid.from': 'from {from}',
  'networkSettings.anchors.valid.until': 'until {until}',
  'networkSettings.anchors.valid.between': 'from {from} to {until}',
  'networkSettings.anchors.valid.not': 'not now',
  'networkSettings.anchors.more':
    '{count, plural, one {# more key is not shown.} other {# more keys are not shown.}}',
  'networkSettings.anchors.import': 'Import others',
  'networkSettings.anchors.paste': 'DS or DNSKEY records, or root-anchors.xml',
  'networkSettings.anchors.paste.hint':
    'Records as in a zone file, of any zone, or the file that IANA publishes. They replace the anchors above. Take them from a place that you trust: who gives you an anchor can make you believe anything.',
  'networkSettings.anchors.choose': 'Choose a file',
  'networkSettings.anchors.use': 'Use these',
  'networkSettings.anchors.reset': 'Go back to the built-in keys',
  'networkSettings.anchors.changed': 'The trust anchors have been replaced.',
} as const;
