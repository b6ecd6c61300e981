import { connect } from 'node:net';
import { createCheckRun } from '../../electron/service/dane/check/checkRun.ts';
import type { CheckPorts, CheckSettings } from '../../electron/service/dane/check/checkRun.ts';
import { checkTarget } from '../../electron/service/dane/check/checkTarget.ts';
import type { PolicyFetch } from '../../electron/service/dane/check/mtaSts.ts';
import { nameText } from '../../electron/service/dane/check/nameText.ts';
import type { ZonePlan } from '../../electron/service/demo/dns/labZone.ts';
import { createLabResolver } from '../../electron/service/demo/dns/labResolver.ts';
import { startListener } from '../../electron/service/demo/startTlsListener.ts';
import type { ListenerOptions } from '../../electron/service/demo/startTlsListener.ts';
import { typeName } from '../../electron/service/dns/codes.ts';
import { queryMessage } from '../../electron/service/dns/encode.ts';
import type { Exchange } from '../../electron/service/dns/types.ts';
import { readTrustAnchors } from '../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { createValidator } from '../../electron/service/dnssec/createValidator.ts';
import type { Validator } from '../../electron/service/dnssec/types.ts';
import { formatRecord } from '../../electron/service/dns/rdata/format.ts';
import { tlsCapabilities } from '../../electron/service/smtp/capabilities.ts';
import type { TlsCapabilities } from '../../electron/service/smtp/capabilities.ts';
import type { Connect } from '../../electron/service/smtp/connectTo.ts';
import { createGate } from '../../electron/service/smtp/gate.ts';
import { Interruption } from '../../electron/service/smtp/interruption.ts';
import { daneCheckSchema } from '../../shared/dane/check.ts';
import type { DaneCheck } from '../../shared/dane/check.ts';
import { name } from './dnssec.ts';

export const worldTime = new Date('2026-11-23T12:00:00Z');

export interface WorldZone {
  /** `example.test`. */
  readonly origin: string;
  /** Zone file lines. */
  readonly text: string;
  readonly delegation?: ZonePlan['delegation'];
}

export interface WorldOptions {
  readonly zones: readonly WorldZone[];
  /** Mail servers by address. An address that is not here refuses connections. */
  readonly servers?: Readonly<Record<string, Partial<ListenerOptions>>>;
  /** Addresses that lead to a port of this computer, whatever listens there. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Instead of what `servers` and `ports` say. */
  readonly connect?: Connect;
  /** Questions (`mx.example.test TLSA`) that end in SERVFAIL. */
  readonly failing?: readonly string[];
  /** Questions that are never answered. */
  readonly silent?: readonly string[];
  readonly settings?: Partial<CheckSettings>;
  readonly capabilities?: TlsCapabilities;
  readonly fetchPolicy?: PolicyFetch;
  readonly roots?: readonly Uint8Array[];
  /** The resolver answers no question that it would have to check itself. */
  readonly withoutOpinion?: boolean;
  /** What the resolver makes of a question (`mx.example.test TLSA`) itself; others it has not checked. */
  readonly opinions?: Readonly<Record<string, { readonly ad: boolean; readonly rcode: number }>>;
}

export interface World extends AsyncDisposable {
  /** Every result keeps the strict schema. */
  check(target: string, signal?: AbortSignal): Promise<DaneCheck>;
  readonly validator: Validator;
  /** `mx.example.test TLSA`, as asked. */
  readonly questions: readonly string[];
  /** Addresses, as connected to. */
  readonly connections: readonly string[];
}

const servfail = 2;

/** DNS in memory, validated for real; mail servers on loopback under whatever addresses. */
export async function daneWorld(options: WorldOptions): Promise<World> {
  const above = { text: '', signed: true, delegation: 'signed' } as const;
  const resolver = createLabResolver(
    [
      { origin: [], ...above },
      { origin: name('test'), ...above },
      ...options.zones.map(({ origin, text, delegation = 'signed' }) => ({
        origin: name(origin),
        text,
        delegation,
        signed: delegation !== 'unsigned',
      })),
    ],
    worldTime,
  );
  const questions: string[] = [];
  const connections: string[] = [];
  const exchange: Exchange = async (question) => {
    const text = `${nameText(question.name)} ${typeName(question.type)}`;
    questions.push(text);
    if (options.silent?.includes(text) === true) return new Promise(() => {});
    const flags = { id: 1, udpSize: 1232, checkingDisabled: true, dnssecOk: true };
    const message = resolver.answer(queryMessage(question, flags));
    const failed = options.failing?.includes(text) === true;
    const told = failed ? { ...message, answers: [], authorities: [], rcode: servfail } : message;
    return { ok: true, answer: { message: told, server: 'udp://192.0.2.53', milliseconds: 1 } };
  };
  const opinion: Exchange = async (question) => {
    if (options.withoutOpinion === true) return new Promise(() => {});
    const text = `${nameText(question.name)} ${typeName(question.type)}`;
    const flags = { id: 1, udpSize: 1232, checkingDisabled: false, dnssecOk: true };
    const message = resolver.answer(queryMessage(question, flags));
    const { ad, rcode } = options.opinions?.[text] ?? { ad: false, rcode: message.rcode };
    const told = { ...message, authenticData: ad, rcode };
    return { ok: true, answer: { message: told, server: 'udp://192.0.2.53', milliseconds: 1 } };
  };
  const listeners = new Map(
    await Promise.all(
      Object.entries(options.servers ?? {}).map(async ([address, server]) => {
        const listener = await startListener({
          host: '127.0.0.1',
          port: 0,
          hostName: 'mx.example.test',
          identities: [],
          startTls: true,
          ...server,
        });
        return [address, listener] as const;
      }),
    ),
  );
  const connectTo: Connect = (endpoint, signal) => {
    const { address } = endpoint;
    connections.push(address);
    if (options.connect !== undefined) return options.connect(endpoint, signal);
    const port = listeners.get(address)?.port ?? options.ports?.[address];
    if (port === undefined) return Promise.reject(new Interruption('connection-refused'));
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('connect', () => resolve(socket));
      socket.once('error', () => reject(new Interruption('connection-refused')));
    });
  };
  const anchors = readTrustAnchors(formatRecord(resolver.trustAnchor));
  if (!anchors.ok) throw new Error('no anchors');
  const ports: CheckPorts = {
    validator: createValidator({ exchange, anchors: anchors.value, clock: () => worldTime }),
    opinion,
    probes: {
      connect: connectTo,
      gate: createGate(),
      capabilities: options.capabilities ?? tlsCapabilities(),
      hello: 'probe.example',
    },
    clock: () => worldTime,
    fetchPolicy:
      options.fetchPolicy ?? (async () => ({ ok: false, problem: 'unreachable', detail: '' })),
    roots: () => options.roots ?? [],
  };
  const settings: CheckSettings = {
    service: 'smtp',
    connectPort: null,
    timeout: 1000,
    handshakes: 'all',
    allowPrivate: false,
    beside: false,
    digests: [2, 1],
    ...options.settings,
  };
  const run = createCheckRun(settings, ports);
  return {
    validator: ports.validator,
    questions,
    connections,
    async check(text, signal = new AbortController().signal) {
      const target = checkTarget(text, settings.service);
      if (!target.ok) throw new Error(target.error.code);
      return daneCheckSchema.parse(await run.check(target.value, signal));
    },
    async [Symbol.asyncDispose]() {
      run.close();
      await Promise.all([...listeners.values()].map((listener) => listener.close()));
    },
  };
}
