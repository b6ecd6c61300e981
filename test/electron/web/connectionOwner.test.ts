import { describe, expect, it } from 'vitest';
import { connect, createServer } from 'node:net';
import { connectionOwner, ownerIn } from '../../../electron/web/connectionOwner.ts';
import type { AddressInfo } from 'node:net';

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (local: string, remote: string, state: string, user: number): string =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${String(user).padStart(5)}        0 12345 1 0000000000000000 20 4 30 10 -1\n`;

// 127.0.0.1:50000 calls 127.0.0.1:4321.
const connection = { localPort: 4321, remotePort: 50_000 };
const theirs = '0100007F:C350';
const ours = '0100007F:10E1';

describe('the owner of a connection', () => {
  it('is the user of the socket at the other end, not of ours', () => {
    const table = head + row(ours, theirs, '01', 1000) + row(theirs, ours, '01', 1001);
    expect(ownerIn(table, connection)).toBe(1001);
  });

  it('is found where the other end speaks IPv6 to our address', () => {
    const mapped = '0000000000000000FFFF0000';
    expect(ownerIn(head + row(mapped + theirs, mapped + ours, '01', 1001), connection)).toBe(1001);
  });

  it('is not known from a socket that has ended, listens, or is another’s', () => {
    const tables = [
      row(theirs, ours, '06', 0),
      row(theirs, '00000000:0000', '0A', 1001),
      row('0100007F:C351', ours, '01', 1001),
      row(theirs, '0100007F:10E2', '01', 1001),
      row(theirs, '0101A8C0:10E1', '01', 1001),
      'nonsense\n\n',
      '',
    ];
    for (const table of tables) expect(ownerIn(head + table, connection)).toBeNull();
  });

  it.skipIf(process.platform !== 'linux')('is this user for a connection of our own', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const accepted = new Promise<number | undefined>((resolve) => {
      server.once('connection', (socket) => resolve(socket.remotePort));
    });
    const client = connect(port, '127.0.0.1');
    const remotePort = (await accepted) ?? 0;
    expect(connectionOwner({ localPort: port, remotePort })).toBe(process.getuid?.());
    client.destroy();
    server.close();
  });
});
