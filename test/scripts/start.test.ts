import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyRepository } from './repositoryCopy.ts';
import type { RepositoryCopy, Run } from './repositoryCopy.ts';

let copy: RepositoryCopy;

beforeAll(() => {
  copy = copyRepository({ installed: true });
});
afterAll(() => copy.remove());

const announced = /^Exchange Companion is open at (http:\/\/127\.0\.0\.1:\d+)\/#token=[\w-]{43}\n$/;

/** Without a display; with an npm that must not be called. */
function start(...args: readonly string[]): Run {
  const npm = join(copy.folder, 'npm-cli.js');
  writeFileSync(npm, 'throw new Error("npm was called")');
  return copy.run(['scripts/start.mjs', ...args], {
    npm_execpath: npm,
    EXO_COMPANION_HOME: join(copy.folder, 'data'),
  });
}

async function untilOpen(run: Run): Promise<void> {
  let ended = false;
  void run.ended.then(() => (ended = true));
  const outcome = (): string => (ended ? run.stderr() : run.stdout());
  await expect
    .poll(() => ended || announced.test(outcome()), { timeout: 25_000, interval: 50 })
    .toBe(true);
  expect(outcome()).toMatch(announced);
}

async function end(run: Run): Promise<void> {
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
}

function builtAt(): Record<string, number> {
  const out = join(copy.folder, 'out');
  return Object.fromEntries(
    readdirSync(out).map((name) => [name, statSync(join(out, name)).birthtimeMs]),
  );
}

describe('npm start', () => {
  it('builds, says in one line why there is no window, and serves; Ctrl+C ends it cleanly', async () => {
    const run = start();
    await untilOpen(run);
    expect(run.stderr()).toMatch(
      /^Building.*\nNo window: there is no display\. Serving the app for the browser instead\.\n$/,
    );
    await end(run);
    expect(Object.keys(builtAt()).toSorted()).toEqual([
      'cli',
      'main',
      'page',
      'preload',
      'renderer',
      'web',
      'worker',
    ]);
  });

  it('a second time builds and installs nothing', async () => {
    const before = builtAt();
    const run = start('--no-open');
    await untilOpen(run);
    expect(run.stderr()).toBe('');
    await end(run);
    expect(builtAt()).toEqual(before);
  });

  it('builds again what was changed, and only that', async () => {
    const before = builtAt();
    appendFileSync(join(copy.folder, 'renderer', 'index.html'), '\n');
    const run = start('--no-open');
    await untilOpen(run);
    expect(run.stderr()).toContain('Building');
    const { renderer, ...others } = builtAt();
    const { renderer: rendererBefore, ...othersBefore } = before;
    expect(renderer).not.toBe(rendererBefore);
    expect(others).toEqual(othersBefore);

    const second = start('--no-open');
    expect(await second.ended).toBe(0);
    const [, first] = announced.exec(run.stdout()) ?? [];
    expect(announced.exec(second.stdout())?.[1]).toBe(first);

    const stop = start('--stop');
    expect(await stop.ended).toBe(0);
    expect(await run.ended).toBe(0);
  });

  it('says what is wrong with the sources instead of starting', async () => {
    writeFileSync(join(copy.folder, 'shared', 'errors.ts'), 'export const = ;');
    const run = start('--no-open');
    expect(await run.ended).toBe(1);
    expect(run.stdout()).toBe('');
    expect(run.stderr()).toContain('shared/errors.ts');
  });

  it('names its options where it is given one that it does not know', async () => {
    const run = start('--colour');
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain('--no-open');
  });
});
