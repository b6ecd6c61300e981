/**
 * The programs that tests are judged by. On Debian as root they are installed, by name; elsewhere the
 * command is named and the tests that need them count as skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Package, and a program or a file that proves it is there. */
const packages = [
  ['chromium', 'chromium'],
  ['bind9', 'named'],
  ['bind9-dnsutils', 'delv'],
  ['bind9-utils', 'dnssec-signzone'],
  ['unbound', 'unbound'],
  ['unbound-host', 'unbound-host'],
  ['postfix', 'posttls-finger'],
  ['gnutls-bin', 'danetool'],
  ['ldnsutils', 'ldns-read-zone'],
  ['openssl', 'openssl'],
  ['python3-openpyxl', '/usr/lib/python3/dist-packages/openpyxl'],
];

export function ensureSystemPackages() {
  const missing = packages.filter(([, program]) => !found(program)).map(([name]) => name);
  if (missing.length === 0) return;
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log(`Tests that need these programs will be skipped. To have them run: ${command}`);
    return;
  }
  console.log(`Installing for the tests: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  if (install().status === 0) return;
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (install().status !== 0) console.log(`Could not install them. By hand: ${command}`);
}

function found(program) {
  if (isAbsolute(program)) return existsSync(program);
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  );
}
