import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where programs look that can't be told of a port. */
export const systemResolverAddress = '127.77.0.53';

/** Port 53 of an address of the loopback, passed on to a resolver with another port. */
export async function relayPort53(target: number): Promise<{ close(): void }> {
  const udp = createSocket('udp4');
  udp.on('message', (query, client) => {
    const upstream = createSocket('udp4');
    const close = setTimeout(() => upstream.close(), 10_000);
    upstream.on('error', () => {});
    upstream.once('message', (answer) => {
      udp.send(answer, client.port, client.address);
      clearTimeout(close);
      upstream.close();
    });
    upstream.send(query, target, '127.0.0.1');
  });
  const tcp = createServer((socket) => {
    const upstream = connect({ host: '127.0.0.1', port: target });
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(53, systemResolverAddress, resolve);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(53, systemResolverAddress, resolve);
  });
  return {
    close() {
      udp.close();
      tcp.close();
    },
  };
}

/**
 * Runs a program in a mount namespace of its own, whose /etc/resolv.conf names the lab's resolver:
 * nothing changes for anybody else. Gives what it wrote, both streams.
 */
export async function runWithLabResolver(
  folder: string,
  program: string,
  args: readonly string[],
  resolver: string = systemResolverAddress,
): Promise<string> {
  const file = join(folder, 'resolv.conf');
  writeFileSync(file, `nameserver ${resolver}\noptions trust-ad edns0 timeout:2\n`);
  const script = 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"';
  const { stdout, stderr } = await run(
    'unshare',
    ['--mount', 'sh', '-c', script, 'sh', file, program, ...args],
    { timeout: 300_000, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, MAIL_CONFIG: folder } },
  );
  return stdout + stderr;
}
