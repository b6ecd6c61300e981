import { describe, expect, test } from 'vitest';
import { encrypted, macData, pfx, plain, sha1 } from '../../../support/madePfx.ts';
import { certificateBag } from '../../../support/madePfx.ts';
import { madeCertificate } from '../../../support/madeCertificate.ts';
import { pkcs12IterationsMax } from '../../../../shared/limits.ts';
import { readCertificateFile } from '../../../../electron/service/certificates/readCertificateFile.ts';
import { runTask } from '../../../../electron/service/worker/runTask.ts';
import { patience } from '../../../support/patience.ts';

const der = madeCertificate();
/** Takes many seconds to refuse. */
const heavy = pfx([encrypted('x', [certificateBag(der)])], () => [
  macData(sha1, Buffer.alloc(20), pkcs12IterationsMax),
]);
const task = (bytes: Buffer) => ({ bytes, name: 'a.pfx', password: 'y' });
const never = new AbortController().signal;

const run = () => runTask('certificates.read', task(der), never);

describe('a task', () => {
  test('answers from its thread, one after the other and side by side', async () => {
    const [first, ...others] = await Promise.all([run(), run(), run(), run(), run()]);
    expect(first).toMatchObject({ ok: true, value: { ok: true, value: { format: 'der' } } });
    for (const other of [...others, await run()]) expect(other).toEqual(first);
  });

  test('that is cancelled ends at once, and the next one is served', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const started = performance.now();
    const answer = await runTask('certificates.read', task(heavy), controller.signal);
    expect(answer).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
    expect(performance.now() - started).toBeLessThan(patience);
    expect((await runTask('certificates.read', task(der), never)).ok).toBe(true);
  });

  test('that waits for its turn can be cancelled as well', async () => {
    const running = Array.from({ length: 8 }, () => new AbortController());
    const answers = running.map(({ signal }) => runTask('certificates.read', task(heavy), signal));
    for (const controller of running.reverse()) controller.abort();
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }
    expect((await runTask('certificates.read', task(der), never)).ok).toBe(true);
  });

  test('that throws rejects, and the next one is served', async () => {
    const broken = { bytes: null as unknown as Uint8Array, name: 'a', password: null };
    await expect(runTask('certificates.read', broken, never)).rejects.toThrow(TypeError);
    expect((await runTask('certificates.read', task(der), never)).ok).toBe(true);
  });
});

describe('a certificate file whose password takes long to check', () => {
  test.for(['cli', 'electron', 'web'] as const)(
    '%s: leaves the thread free and can be cancelled',
    async (host) => {
      const controller = new AbortController();
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 5);
      setTimeout(() => controller.abort(), 200);
      const { signal } = controller;
      const answer = await readCertificateFile(heavy, 'a.pfx', 'y', { signal, host });
      clearInterval(timer);
      expect(answer).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
      expect(turns).toBeGreaterThan(5);
    },
  );

  test('in a window even a short derivation leaves the thread', async () => {
    const short = pfx([encrypted('x', [certificateBag(der)])]);
    const file = await readCertificateFile(short, 'a', 'x', { signal: never, host: 'electron' });
    expect(file).toMatchObject({ ok: true, value: { format: 'pkcs12' } });
    const open = await readCertificateFile(pfx([plain(certificateBag(der))]), 'a', null, {
      signal: never,
      host: 'electron',
    });
    expect(open.ok).toBe(true);
  });
});
