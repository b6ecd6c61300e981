import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Identity } from '../../../electron/service/demo/startTlsListener.ts';
import { startProcess } from '../process.ts';
import type { LabProcess } from '../process.ts';

/** One smtpd of the lab, on port 25 of an address of its own. */
export interface PostfixListener {
  readonly address: string;
  readonly hostName: string;
  /** At most one for each kind of key. */
  readonly identities: readonly Identity[];
  readonly startTls: boolean;
}

const mainLines = (folder: string): string[] => [
  'compatibility_level = 3.6',
  `queue_directory = ${join(folder, 'queue')}`,
  `data_directory = ${join(folder, 'data')}`,
  'command_directory = /usr/sbin',
  'daemon_directory = /usr/lib/postfix/sbin',
  'mail_owner = postfix',
  'setgid_group = postdrop',
  'inet_interfaces = loopback-only',
  'mynetworks = 127.0.0.0/8',
  'mydestination =',
  'local_transport = error:the lab takes no mail',
  'smtpd_tls_session_cache_database =',
  'smtpd_peername_lookup = no',
  'smtpd_client_connection_count_limit = 0',
  'smtpd_client_connection_rate_limit = 0',
  `maillog_file = ${join(folder, 'mail.log')}`,
  'maillog_file_prefixes = /tmp',
  'smtp_tls_security_level = dane',
  'smtp_dns_support_level = dnssec',
];

function writeListener(folder: string, listener: PostfixListener): string {
  const { address, hostName, identities, startTls } = listener;
  const file = join(folder, `${address}.pem`);
  const pems = identities.flatMap(({ leaf, issuers }) => [
    leaf.key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ...[leaf, ...issuers].map(({ pem }) => pem),
  ]);
  writeFileSync(file, pems.join(''), { mode: 0o600 });
  const options = [
    `myhostname=${hostName}`,
    `smtpd_tls_security_level=${startTls ? 'may' : 'none'}`,
    `smtpd_tls_chain_files=${file}`,
  ];
  return `${address}:25 inet n - n - - smtpd ${options.map((option) => `-o ${option}`).join(' ')}`;
}

async function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port: 25, timeout: 1000 });
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => {
      socket.destroy();
      resolve(false);
    });
  });
}

/** Postfix with a listener each, in the foreground; resolves when the last one answers. */
export async function startPostfix(
  folder: string,
  listeners: readonly PostfixListener[],
): Promise<LabProcess> {
  mkdirSync(join(folder, 'queue'), { recursive: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  chmodSync(folder, 0o755);
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  writeFileSync(join(folder, 'main.cf'), `${mainLines(folder).join('\n')}\n`);
  const services = [
    ...listeners.map((listener) => writeListener(folder, listener)),
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'error unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'proxymap unix - - n - - proxymap',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  writeFileSync(join(folder, 'master.cf'), `${services.join('\n')}\n`);
  const log = join(folder, 'postfix.log');
  writeFileSync(log, '');
  // Makes the folders of the queue. `postfix start` would leave the master to itself.
  execFileSync('/usr/sbin/postfix', ['-c', folder, 'check'], { stdio: 'pipe' });
  const server = startProcess('master', ['-d', '-c', folder], folder, log);
  const last = listeners.at(-1)?.address ?? '127.0.0.1';
  const deadline = Date.now() + 20_000;
  while (!(await answers(last))) {
    if (server.hasEnded() || Date.now() > deadline)
      throw new Error(`Postfix: ${readFileSync(log, 'utf8').slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
}
