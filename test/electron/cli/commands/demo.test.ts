import { describe, expect, it } from 'vitest';
import type { Io } from '../../../../electron/cli/io.ts';
import { run } from '../../../../electron/cli/main.ts';
import { runCli } from '../../../support/runCli.ts';

describe('demo', () => {
  it('prints how to reach the lab, which works until Ctrl+C', async () => {
    const controller = new AbortController();
    const { promise: printed, resolve } = Promise.withResolvers<Record<string, unknown>>();
    const at = new Date('2026-11-23T12:00:00Z');
    const io = {
      clock: () => at,
      env: {},
      version: '0.0.0',
      signal: controller.signal,
      stdin: (async function* () {})(),
      stdout: { write: async (text: string) => resolve(JSON.parse(text) as never) },
      stderr: { write: async () => {} },
    } satisfies Io;
    const ended = run(['demo', '--json'], io);
    const lab = await printed;
    expect(lab['resolver']).toMatch(/^udp:\/\/127\.0\.0\.1:\d+$/);
    const args = [
      '--resolver',
      String(lab['resolver']),
      '--trust-anchor',
      String(lab['trustAnchorFile']),
    ];
    const check = await runCli(
      [
        'dane',
        'check',
        'good.test',
        '--json',
        '--allow-private',
        '--smtp-port',
        String(lab['smtpPort']),
        ...args,
      ],
      { at },
    );
    expect(check.lines[0]).toMatchObject({ verdict: 'pass' });
    controller.abort('interrupted');
    expect(await ended).toBe(0);
  });
});
