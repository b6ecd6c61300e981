/**
 * Loaded before the web host: whatever would leave this computer fails, as with the network unplugged,
 * and no name has an address.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const isHere = (host) =>
  host === undefined || host === 'localhost' || host === '::1' || /^127\./.test(host);

const unreachable = (host) =>
  Object.assign(new Error(`unreachable ${host}`), { code: 'ENETUNREACH', address: host });

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectHere(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' && first !== null ? first.host : args[1];
  if (typeof host !== 'string' || isHere(host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(unreachable(host)));
  return this;
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function sendHere(...args) {
  const host = args.find((one) => typeof one === 'string' && net.isIP(one) > 0);
  if (isHere(host)) return send.apply(this, args);
  const done = args.at(-1);
  const error = unreachable(host);
  process.nextTick(() => (typeof done === 'function' ? done(error) : this.emit('error', error)));
};

const { lookup } = dns;
dns.lookup = (host, ...rest) =>
  isHere(host) || net.isIP(host) > 0 ? lookup(host, ...rest) : rest.at(-1)(unreachable(host));
syncBuiltinESMExports();
