import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { channels, events } from '../../../shared/contract/index.ts';
import { repository } from '../../architecture/sources.ts';

interface Exposed {
  call(channel: unknown, input?: unknown): Promise<unknown>;
  on(event: unknown, listener: unknown): () => void;
}

let code = '';
beforeAll(async () => {
  const output = await build({
    root: repository,
    configFile: join(repository, 'vite.preload.config.ts'),
    configLoader: 'native',
    logLevel: 'silent',
    build: { write: false },
  });
  const [bundle] = [output].flat();
  const files = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  expect(files.map(({ fileName }) => fileName)).toEqual(['preload.cjs']);
  code = files[0] !== undefined && 'code' in files[0] ? files[0].code : '';
});

/** Runs the built bundle with an `electron` that has nothing but what it needs. */
function run() {
  const required: string[] = [];
  const exposed: Record<string, unknown> = {};
  const invoked: unknown[][] = [];
  const listeners: Record<string, (...values: unknown[]) => void> = {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => {
        exposed[name] = value;
      },
    },
    ipcRenderer: {
      invoke: async (...values: unknown[]) => {
        invoked.push(values);
        return 'answer';
      },
      on: (road: string, listener: (...values: unknown[]) => void) => {
        listeners[road] = listener;
      },
    },
  };
  const load = (name: string) => {
    required.push(name);
    return electron;
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- as a CommonJS loader runs a file
  const wrapped = new Function('require', 'module', 'exports', code) as (
    ...values: unknown[]
  ) => void;
  wrapped(load, { exports: {} }, {});
  return { required, exposed, invoked, listeners, companion: exposed['companion'] as Exposed };
}

describe('the built preload script', () => {
  test('SECURITY: S4 loads electron and nothing else, in one small file', () => {
    const { required } = run();
    expect(required).toEqual(['electron']);
    // As words of the language: behind a dot it is the name of a channel.
    expect(code).not.toMatch(/(?<![.\w])import\b|node:|process\.|Buffer/);
    expect(code.length).toBeLessThan(8 * 1024);
  });

  test('SECURITY: S20 exposes two functions, frozen, and nothing of Electron', () => {
    const { exposed, companion } = run();
    expect(Object.keys(exposed)).toEqual(['companion']);
    expect(Object.keys(companion)).toEqual(['call', 'on']);
    expect(Object.isFrozen(companion)).toBe(true);
  });

  test('SECURITY: S20 calls exactly the channels of the contract', async () => {
    const { companion, invoked } = run();
    for (const channel of Object.keys(channels)) await companion.call(channel, { x: 1 });
    expect(invoked).toEqual(
      Object.keys(channels).map((channel) => ['companion:call', channel, { x: 1 }]),
    );
    for (const channel of ['', 'toString', '__proto__', 'companion:call', 0, null, ['app.info']]) {
      await expect(companion.call(channel)).rejects.toThrow('No such channel');
    }
    const disguised = { toString: () => 'app.info' };
    await expect(companion.call(disguised)).rejects.toThrow('No such channel');
    expect(invoked).toHaveLength(Object.keys(channels).length);
  });

  test('SECURITY: S20 hands on payloads of the contract’s events, never Electron’s event', () => {
    const { companion, listeners } = run();
    const heard: unknown[][] = [];
    for (const event of Object.keys(events)) {
      companion.on(event, (...values: unknown[]) => heard.push([event, ...values]));
    }
    for (const event of [...Object.keys(events), 'made.up', 'toString']) {
      listeners['companion:event']?.(
        { sender: 'all of ipcRenderer' },
        event,
        { of: event },
        'more',
      );
    }
    expect(heard).toEqual(Object.keys(events).map((event) => [event, { of: event }]));
    for (const event of ['', 'made.up', '__proto__', null]) {
      expect(() => companion.on(event, () => undefined)).toThrow('No such event');
    }
    expect(() => companion.on('jobs.changed', {})).toThrow('function');
  });

  test('a listener that was added twice is removed one by one', () => {
    const { companion, listeners } = run();
    let count = 0;
    const listener = (): void => void (count += 1);
    const stops = [companion.on('jobs.changed', listener), companion.on('jobs.changed', listener)];
    const say = () => listeners['companion:event']?.({}, 'jobs.changed', {});
    say();
    stops[0]?.();
    stops[0]?.();
    say();
    stops[1]?.();
    say();
    expect(count).toBe(3);
  });
});
