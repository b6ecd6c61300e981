import { afterEach, describe, expect, it } from 'vitest';
import { tlsCapabilities } from '../../../../electron/service/smtp/capabilities.ts';
import type { TlsCapabilities } from '../../../../electron/service/smtp/capabilities.ts';
import { connectDirectly } from '../../../../electron/service/smtp/connectTo.ts';
import { createGate } from '../../../../electron/service/smtp/gate.ts';
import { probeAddress } from '../../../../electron/service/smtp/probeAddress.ts';
import type { AddressRequest } from '../../../../electron/service/smtp/probeAddress.ts';
import { issueCertificate } from '../../../../electron/service/demo/certificates/issueCertificate.ts';
import type { DemoKeyType } from '../../../../electron/service/demo/certificates/issueCertificate.ts';
import { startListener } from '../../../../electron/service/demo/startTlsListener.ts';
import type {
  Listener,
  ListenerOptions,
} from '../../../../electron/service/demo/startTlsListener.ts';

const dates = { notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01') };
const root = issueCertificate({ commonName: 'Root', isCa: true, ...dates });
const identity = (keyType: DemoKeyType, name = 'mx.example') => ({
  leaf: issueCertificate({ commonName: name, dnsNames: [name], keyType, issuer: root, ...dates }),
  issuers: [root],
});

const listeners: Listener[] = [];
afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close()));
});

async function listen(options: Partial<ListenerOptions>): Promise<number> {
  const listener = await startListener({
    host: '127.0.0.1',
    port: 0,
    hostName: 'mx.example',
    identities: [],
    startTls: true,
    ...options,
  });
  listeners.push(listener);
  return listener.port;
}

function probes(
  port: number,
  request: Partial<AddressRequest> = {},
  capabilities: TlsCapabilities = tlsCapabilities(),
) {
  return probeAddress(
    {
      endpoint: { address: '127.0.0.1', port },
      security: 'smtp',
      serverName: 'mx.example',
      handshakes: 'all',
      comparesServerName: true,
      timeout: 2000,
      signal: new AbortController().signal,
      ...request,
    },
    { connect: connectDirectly, gate: createGate(), capabilities, hello: 'probe.example' },
  );
}

describe('an address', () => {
  it('shows a certificate for each kind of key it has, and none for those it has not', async () => {
    const all: DemoKeyType[] = ['rsa', 'ecdsa', 'ed25519', 'ed448'];
    for (const keys of [all, ['rsa'], ['ecdsa'], ['ed448'], ['rsa', 'ecdsa']] as DemoKeyType[][]) {
      const port = await listen({ identities: keys.map((key) => identity(key)) });
      const result = await probes(port);
      const found = result!.probes.map(({ handshake }) => handshake?.keyType);
      expect(new Set(found)).toEqual(new Set(keys));
      expect(found).toHaveLength(keys.length);
    }
  });

  it('shows one with a single handshake', async () => {
    const port = await listen({ identities: [identity('rsa'), identity('ecdsa')] });
    const result = await probes(port, { handshakes: 'one' });
    expect(result!.probes).toHaveLength(1);
    expect(result!.withoutServerName).toBeNull();
  });

  it('sends SNI, and shows what comes without', async () => {
    const own = identity('ecdsa');
    const fallback = identity('ecdsa', 'default.example');
    const port = await listen({
      identities: [fallback],
      byServerName: { 'mx.example': [own] },
    });
    const result = await probes(port);
    expect(result!.probes[0]!.handshake!.chain[0]).toEqual(own.leaf.der);
    expect(result!.withoutServerName!.handshake!.chain[0]).toEqual(fallback.leaf.der);
  });

  it('gives the chain exactly as sent, surplus and order included', async () => {
    const stranger = issueCertificate({ commonName: 'Stranger', isCa: true, ...dates });
    const { leaf } = identity('ecdsa');
    const port = await listen({ identities: [{ leaf, issuers: [stranger, root] }] });
    const { chain } = (await probes(port, { handshakes: 'one' }))!.probes[0]!.handshake!;
    expect(chain.map((der) => Buffer.from(der).toString('hex'))).toEqual(
      [leaf, stranger, root].map(({ der }) => der.toString('hex')),
    );
  });

  it('without the key types of this runtime can not be tested, and has not failed', async () => {
    const port = await listen({ identities: [identity('ed448')] });
    const { signatureAlgorithms } = tlsCapabilities();
    const { rsa, ecdsa, ed25519 } = signatureAlgorithms;
    const smaller = {
      signatureAlgorithms: { rsa: rsa!, ecdsa: ecdsa!, ed25519: ed25519! },
      acceptsWeakKeys: false,
    };
    const result = await probes(port, {}, smaller);
    expect(result!.probes[0]!.failure).toMatchObject({ code: 'runtime-cannot-test', phase: 'tls' });
    expect((await probes(port))!.probes[0]!.handshake!.keyType).toBe('ed448');
  });

  it('ends the conversation politely', async () => {
    const port = await listen({ identities: [identity('ecdsa')] });
    const { transcript } = (await probes(port, { handshakes: 'one' }))!.probes[0]!;
    // The farewell is taken while the result is looked at.
    await expect.poll(() => transcript.at(-1)?.text).toBe('221 2.0.0 Bye');
    expect(transcript.filter(({ from }) => from === 'client').map(({ text }) => text)).toEqual([
      'EHLO probe.example',
      'STARTTLS',
      'EHLO probe.example',
      'QUIT',
    ]);
  });
});
