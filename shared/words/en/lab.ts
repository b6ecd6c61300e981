/** The practice lab, and what each of its domains shows. */
export const lab = {
  'lab.title': 'Practice lab',
  'lab.lead':
    'A small Internet inside this app: a signed root, a name server, and mail servers on loopback. Each domain shows one thing that is right or wrong, and a check there takes the same way as on the Internet, without a network.',
  'lab.start': 'Start the practice lab',
  'lab.stop': 'Stop the practice lab',
  'lab.stopped.title': 'The lab is not running',
  'lab.stopped.text':
    'It takes a moment to start: its keys and certificates are made anew each time.',
  'lab.starting': 'Making keys, zones and certificates…',
  'lab.domains': 'Domains of the lab',
  'lab.domain': 'Domain',
  'lab.shows': 'What it shows',
  'lab.expected': 'What a check should say',
  'lab.check': 'Check',
  'lab.checkAll': 'Check all of them',
  'lab.where': 'For the command line',
  'lab.where.text':
    'The lab listens on this computer alone. Its name server is {resolver}, its mail servers are on port {port, number, ::group-off}. The command “demo” starts one of its own and prints how to reach it.',
  'lab.scenario.good':
    'All is as it should be: one record for the certificate, one for its issuer.',
  'lab.scenario.roll-over':
    'In the midst of a renewal: the record of the next key is published beside the present one.',
  'lab.scenario.wrong-hash':
    'The certificate was renewed with a new key, and the record of the old one is still published.',
  'lab.scenario.expired': 'The record is of the issuer (2 1 1), and the certificate has expired.',
  'lab.scenario.name-mismatch':
    'The record is of the issuer, and the certificate is for another name.',
  'lab.scenario.no-starttls': 'There is a record, but the server does not offer STARTTLS.',
  'lab.scenario.unusable': 'The only record has usage 1, which mail servers don’t use.',
  'lab.scenario.two-keys':
    'The server has an RSA and an ECDSA certificate, and a record for one of them only.',
  'lab.scenario.two-addresses':
    'The server has two addresses, and one of them shows another certificate.',
  'lab.scenario.insecure': 'Record and certificate fit, but the zone is not signed.',
  'lab.scenario.bogus': 'The DS record at the parent is of another key, so that nothing validates.',
} as const;
