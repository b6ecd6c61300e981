/**
 * Launches the double: a test double of the `electron` module that runs the built, unmodified main
 * and preload bundles on the system's Chromium.
 *
 * It is not Electron, and passing in it proves nothing about Electron: Node is the system's (OpenSSL,
 * not BoringSSL), the origin is another (`addresses.ts`), and what Electron decides by itself is not
 * there. What it shows is that our two bundles, wired as they ship, work together with a real
 * Chromium: the page's policy, the isolated preload world, the bridge, the calls, the guards' events.
 * What a guard answers is decided by our own functions, which have tests of their own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium as playwright } from 'playwright';
import type { BrowserContext, Page } from 'playwright';
import type { Ask } from '../../support/electronDouble/host.ts';
import type { DoubleOptions, Witness } from '../../support/electronDouble/state.ts';

export interface DoubleApp {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Runs main until it is ready or has ended. Init scripts for the page are to be set before. */
  start(): Promise<void>;
  look(): Promise<Witness>;
  emit(event: string, ...values: readonly unknown[]): Promise<void>;
  saveTo(path: string | null): Promise<void>;
  /** The exit code, once the process has ended by itself or by `close`. */
  readonly ended: Promise<number | null>;
  /** Like closing the terminal it runs in; resolves with the exit code. */
  close(): Promise<number | null>;
}

export interface DoubleLaunch extends Partial<Omit<DoubleOptions, 'main'>> {
  readonly main: string;
  readonly dataDirectory: string;
  /** Of a private cloud in place of Microsoft's. */
  readonly cloudFile?: string | null;
}

export async function launchDouble({
  dataDirectory,
  cloudFile = null,
  ...given
}: DoubleLaunch): Promise<DoubleApp> {
  const options: DoubleOptions = {
    args: [],
    packaged: false,
    version: '0.0.0',
    chromium: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    keyStore: { available: false, backend: 'basic_text' },
    ...given,
  };
  const child = spawn(
    process.execPath,
    [
      new URL('../../support/electronDouble/host.ts', import.meta.url).pathname,
      JSON.stringify(options),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        EXO_COMPANION_HOME: dataDirectory,
        ...(cloudFile === null ? {} : { EXO_COMPANION_CLOUD: cloudFile }),
      },
    },
  );
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const [{ endpoint }] = (await Promise.race([once(child, 'message'), ended])) as [
    { endpoint: string },
  ];
  const browser = await playwright.connectOverCDP(endpoint, { noDefaults: true });
  const [context] = browser.contexts();
  const page = context?.pages()[0];
  if (context === undefined || page === undefined) throw new Error('The double has no page');

  const waiting = new Map<number, (witness: Witness) => void>();
  child.on('message', ({ id, witness }: { id: number; witness: Witness }) =>
    waiting.get(id)?.(witness),
  );
  const ask = (question: Ask): Promise<Witness> => {
    const answer = new Promise<Witness>((resolve) => {
      waiting.set(waiting.size, resolve);
      child.send({ id: waiting.size - 1, ask: question });
    });
    const over = ended.then((code) => {
      throw new Error(`The double has ended with code ${code}`);
    });
    return Promise.race([answer, over]);
  };
  return {
    page,
    context,
    ended,
    start: async () => void (await Promise.race([ask({ do: 'start' }).catch(() => 0), ended])),
    look: () => ask({ do: 'look' }),
    emit: async (event, ...values) => void (await ask({ do: 'emit', event, values })),
    saveTo: async (path) => void (await ask({ do: 'saveTo', path })),
    async close() {
      child.kill('SIGINT');
      await ended;
      await browser.close().catch(() => undefined);
      return ended;
    },
  };
}
