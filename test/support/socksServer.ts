import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A SOCKS5 server on loopback that leads to where it is asked to (RFC 1928, CONNECT by address). */
export interface SocksServer extends AsyncDisposable {
  readonly port: number;
  /** `127.0.0.1:25`, `[::1]:25`. */
  readonly asked: readonly string[];
}

const version = 5;
const replyOfSuccess = Buffer.from([version, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
const hostUnreachable = Buffer.from([version, 4, 0, 1, 0, 0, 0, 0, 0, 0]);

async function take(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const chunk: unknown = socket.read(length);
    if (Buffer.isBuffer(chunk)) return chunk;
    await new Promise((resolve) => socket.once('readable', resolve));
  }
}

function groups(address: Buffer): string {
  return Array.from({ length: 8 }, (_, index) => address.readUInt16BE(2 * index).toString(16)).join(
    ':',
  );
}

async function destination(socket: Socket): Promise<{ host: string; port: number }> {
  const [, methods = 0] = await take(socket, 2);
  await take(socket, methods);
  socket.write(Buffer.from([version, 0]));
  const [, , , type] = await take(socket, 4);
  const address = await take(socket, type === 1 ? 4 : 16);
  const port = (await take(socket, 2)).readUInt16BE();
  return { host: type === 1 ? [...address].join('.') : groups(address), port };
}

async function serve(socket: Socket, asked: string[], sockets: Set<Socket>): Promise<void> {
  const { host, port } = await destination(socket);
  asked.push(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
  const onward = connect({ host, port });
  sockets.add(onward);
  onward.on('error', () => socket.end(hostUnreachable));
  onward.once('connect', () => {
    // What the server says first may come together with the reply.
    onward.once('data', (greeting) => {
      socket.write(Buffer.concat([replyOfSuccess, greeting]));
      onward.pipe(socket);
      socket.pipe(onward);
    });
  });
  socket.on('close', () => onward.destroy());
}

export async function startSocksServer(): Promise<SocksServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    void serve(socket, asked, sockets);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
