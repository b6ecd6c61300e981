/**
 * Loaded before the web host: whatever would leave this computer fails, as with the network unplugged,
 * and no name has an address.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: readonly unknown[]) => unknown;
type Done = (error: Error) => void;

function isHere(host: unknown): boolean {
  return (
    typeof host !== 'string' || host === 'localhost' || host === '::1' || host.startsWith('127.')
  );
}

function unreachable(host: unknown): Error {
  return Object.assign(new Error(`unreachable ${String(host)}`), { code: 'ENETUNREACH' });
}

/** Puts another function in the place of a method, and hands it the method. */
function replace(
  owner: object,
  name: string,
  by: (self: unknown, args: readonly unknown[], original: () => unknown) => unknown,
): void {
  const methods = owner as Record<string, Call>;
  const method = methods[name];
  if (method === undefined) throw new Error(`There is no ${name}`);
  methods[name] = function replaced(this: unknown, ...args: readonly unknown[]): unknown {
    return by(this, args, () => Reflect.apply(method, this, args));
  };
}

replace(net.Socket.prototype, 'connect', (self, args, original) => {
  // Node's own calls hand over the arguments as one list.
  const [first, second] = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
  const isOptions = typeof first === 'object' && first !== null;
  const host = isOptions ? (first as { readonly host?: unknown }).host : second;
  if (isHere(host)) return original();
  process.nextTick(() => (self as net.Socket).destroy(unreachable(host)));
  return self;
});

replace(dgram.Socket.prototype, 'send', (self, args, original) => {
  const host = args.find((one) => typeof one === 'string' && net.isIP(one) > 0);
  if (isHere(host)) return original();
  const done = args.at(-1);
  const error = unreachable(host);
  process.nextTick(() => {
    if (typeof done === 'function') (done as Done)(error);
    else (self as dgram.Socket).emit('error', error);
  });
  return undefined;
});

replace(dns, 'lookup', (_self, args, original) => {
  const [host] = args;
  if (isHere(host) || net.isIP(String(host)) > 0) return original();
  return (args.at(-1) as Done)(unreachable(host));
});
syncBuiltinESMExports();
