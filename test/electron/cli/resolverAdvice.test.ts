import { afterEach, describe, expect, it } from 'vitest';
import { resolverAdvice } from '../../../electron/cli/resolverAdvice.ts';
import { createWords } from '../../../electron/service/words.ts';
import { parseResolver } from '../../../electron/service/dns/resolver.ts';
import { answerTo, startUdpServer } from '../service/dns/transport/servers.ts';
import type { TestServer } from '../service/dns/transport/servers.ts';

const none = { resolver: [], 'resolver-ca': null, 'trust-anchor': null };
const never = new AbortController().signal;

describe('advice on the resolver', () => {
  let server: TestServer | undefined;

  afterEach(() => server?.close());

  async function advice(named: readonly string[]) {
    const system = parseResolver(`udp://127.0.0.1:${server?.port ?? 9}`);
    const values = { ...none, resolver: named };
    return resolverAdvice(values, createWords(), never, system.ok ? [system.value] : []);
  }

  it('says what is wrong with the system’s, and names another', async () => {
    server = await startUdpServer((query, send) =>
      send(answerTo(query, { rcode: 3, answers: [] })),
    );
    expect(await advice([])).toBe(
      `The system’s resolver, udp://127.0.0.1:${server.port}, can’t be used for DNSSEC. It answers what is not so. Name another, for example --resolver https://dns.quad9.net/dns-query`,
    );
  });

  it('is not given of a resolver that was named', async () => {
    server = await startUdpServer(() => {});
    expect(await advice(['udp://127.0.0.1:9'])).toBe(null);
    expect(server.connections()).toBe(0);
  });
});
