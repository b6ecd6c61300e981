import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ExitCode } from '../../../electron/cli/exitCode.ts';
import { interrupted } from '../../../electron/cli/io.ts';
import { runItems } from '../../../electron/cli/items.ts';
import { createOutput } from '../../../electron/cli/output.ts';
import { createWords } from '../../../electron/service/words.ts';
import { failure, success } from '../../../shared/errors.ts';

interface Item {
  readonly name: string;
  /** Milliseconds until it is done. */
  readonly takes: number;
  readonly exit?: ExitCode;
  readonly fails?: 'expected' | 'bug';
}

function setUp({ ordered = false, json = true } = {}) {
  const controller = new AbortController();
  const written = { stdout: '', stderr: '' };
  const running = { now: 0, most: 0 };
  const sink = (name: keyof typeof written) => ({
    write: async (text: string) => {
      await sleep(1);
      written[name] += text;
    },
  });
  const io = {
    stdin: (async function* () {})(),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: {},
    clock: () => new Date(),
    version: '0.0.0',
    signal: controller.signal,
  };
  const values = { json, ordered, at: null, 'data-dir': null, help: false, version: false };
  const output = createOutput(io, createWords(), json);
  const run = (items: Iterable<Item> | AsyncIterable<Item>, concurrency = 3) =>
    runItems(
      { io, output, values },
      {
        items,
        concurrency,
        name: ({ name }) => name,
        id: ({ name }) => `id of ${name}`,
        work: async ({ name, takes, exit = 0, fails }) => {
          running.now += 1;
          running.most = Math.max(running.most, running.now);
          await sleep(takes);
          running.now -= 1;
          if (fails === 'bug') throw new Error(`a bug in ${name}`);
          if (fails === 'expected') return failure('host-wildcard', { value: name });
          return success({ lines: [{ schema: 'exo-companion/x@1', name }], text: name, exit });
        },
      },
    );
  const names = () =>
    written.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { name?: string; item?: string })
      .map(({ name, item }) => name ?? item);
  return { run, written, names, running, controller };
}

const slowFirst: readonly Item[] = [
  { name: 'a', takes: 60 },
  { name: 'b', takes: 5, fails: 'expected' },
  { name: 'c', takes: 5 },
  { name: 'd', takes: 5 },
];

describe('runItems', () => {
  it('prints an item when it is done', async () => {
    const { run, names } = setUp();
    expect(await run(slowFirst)).toBe(2);
    expect(names().at(-1)).toBe('a');
    expect(names()).toHaveLength(4);
  });

  it('prints in input order with --ordered', async () => {
    const { run, names } = setUp({ ordered: true });
    expect(await run(slowFirst)).toBe(2);
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('works on as many as it may, and no more', async () => {
    const { run, running } = setUp();
    await run(
      Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, takes: 1 })),
      4,
    );
    expect(running.most).toBe(4);
  });

  it('holds a thousand finished items back for a slow first one without losing any', async () => {
    const { run, names } = setUp({ ordered: true });
    const rest = Array.from({ length: 1000 }, (_, index) => ({ name: `${index}`, takes: 0 }));
    await run([{ name: 'slow', takes: 100 }, ...rest], 8);
    expect(names()).toEqual(['slow', ...rest.map(({ name }) => name)]);
  });

  it('turns a failure into error@1 with the item and its id', async () => {
    const { run, written } = setUp();
    await run([{ name: '*.a', takes: 0, fails: 'expected' }]);
    expect(JSON.parse(written.stdout)).toMatchObject({
      schema: 'exo-companion/error@1',
      item: '*.a',
      id: 'id of *.a',
      code: 'host-wildcard',
    });
  });

  it('calls a bug internal, keeps its stack on stderr, and goes on', async () => {
    const { run, names, written } = setUp({ ordered: true });
    const items = [
      { name: 'a', takes: 0, fails: 'bug' as const },
      { name: 'b', takes: 0, exit: 1 as const },
    ];
    expect(await run(items)).toBe(5);
    expect(names()).toEqual(['a', 'b']);
    expect(written.stderr).toContain('Error: a bug in a');
  });

  it('is 130 after Ctrl+C, and takes no more items', async () => {
    const { run, names, controller } = setUp();
    const items = async function* (): AsyncGenerator<Item> {
      yield { name: 'a', takes: 0 };
      await sleep(20);
      controller.abort(interrupted);
      yield { name: 'b', takes: 0 };
    };
    expect(await run(items())).toBe(130);
    expect(names()).toEqual(['a']);
  });

  it('says for people on stderr what failed', async () => {
    const { run, written } = setUp({ json: false, ordered: true });
    await run(slowFirst);
    expect(written.stdout).toBe('a\nc\nd\n');
    expect(written.stderr).toMatch(/^b: “b” is a wildcard;/);
  });
});
