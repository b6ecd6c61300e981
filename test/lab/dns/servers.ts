/** BIND as the authoritative server of every zone, and Unbound as the resolvers that ask it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../process.ts';
import type { LabProcess } from '../process.ts';
import type { PublishedZone } from './signZone.ts';

/** BIND listens on configured addresses only: 127.0.0.1 with a port of its own. */
export function startAuthority(
  folder: string,
  port: number,
  zones: readonly PublishedZone[],
): LabProcess {
  const config = join(folder, 'named.conf');
  const zoneBlocks = zones.map(
    ({ spec, file }) => `zone "${spec.name}" { type primary; file "${file}"; };`,
  );
  writeFileSync(
    config,
    [
      'options {',
      `  directory "${folder}";`,
      `  listen-on port ${port} { 127.0.0.1; };`,
      '  listen-on-v6 { none; };',
      '  pid-file none; session-keyfile "session.key"; lock-file none;',
      '  recursion no; notify no; dnssec-validation no; minimal-responses no;',
      '  check-names primary ignore; check-integrity no;',
      '  tcp-clients 500; rate-limit { responses-per-second 0; };',
      '};',
      'controls { };',
      ...zoneBlocks,
      '',
    ].join('\n'),
  );
  return startProcess('named', ['-g', '-n', '1', '-c', config], folder, join(folder, 'named.log'));
}

export interface UnboundOptions {
  /** Where the authority is. */
  readonly authorityPort: number;
  readonly port: number;
  readonly tls: {
    readonly dotPort: number;
    readonly dohPort: number;
    readonly certificateFile: string;
    readonly keyFile: string;
  } | null;
  /** DNSKEY lines; `null`: it does not validate. */
  readonly trustAnchorFile: string | null;
}

/**
 * A forwarder to the authority (as a stub, with one server for parent and child, every insecure
 * delegation would end in SERVFAIL).
 */
export function startUnbound(name: string, folder: string, options: UnboundOptions): LabProcess {
  const { authorityPort, port, tls, trustAnchorFile } = options;
  const config = join(folder, `${name}.conf`);
  const tlsLines =
    tls === null
      ? []
      : [
          `  interface: 127.0.0.1@${tls.dotPort}`,
          `  interface: 127.0.0.1@${tls.dohPort}`,
          `  tls-port: ${tls.dotPort}`,
          `  https-port: ${tls.dohPort}`,
          `  tls-service-pem: "${tls.certificateFile}"`,
          `  tls-service-key: "${tls.keyFile}"`,
        ];
  writeFileSync(
    config,
    [
      'server:',
      `  interface: 127.0.0.1@${port}`,
      `  port: ${port}`,
      ...tlsLines,
      '  username: ""\n  chroot: ""\n  pidfile: ""\n  use-syslog: no\n  do-daemonize: no',
      `  directory: "${folder}"`,
      '  do-ip6: no\n  do-not-query-localhost: no\n  access-control: 127.0.0.0/8 allow',
      '  num-threads: 1\n  incoming-num-tcp: 100\n  outgoing-num-tcp: 50',
      '  aggressive-nsec: no\n  minimal-responses: no\n  rrset-roundrobin: no\n  ede: yes',
      trustAnchorFile === null
        ? '  module-config: "iterator"'
        : `  module-config: "validator iterator"\n  trust-anchor-file: "${trustAnchorFile}"`,
      'remote-control:\n  control-enable: no',
      `forward-zone:\n  name: "."\n  forward-addr: 127.0.0.1@${authorityPort}`,
      '',
    ].join('\n'),
  );
  return startProcess('unbound', ['-d', '-c', config], folder, join(folder, `${name}.log`));
}
