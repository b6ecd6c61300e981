import { closeSync, existsSync, openSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../electron/cli/registry.ts';
import { runCli } from '../../support/runCli.ts';
import { spawnCli } from '../../support/spawnCli.ts';

const record = `3 1 1 ${'ab'.repeat(32)}`;

describe('the command line', () => {
  it('lists every command with --help', async () => {
    const { exit, stdout } = await runCli(['--help']);
    for (const { words } of commands) expect(stdout).toContain(`  ${words.join(' ')}`);
    expect(exit).toBe(0);
  });

  it.each(commands.map(({ words }) => words.join(' ')))('explains %s with --help', async (name) => {
    const { exit, stdout } = await runCli([...name.split(' '), '--help']);
    expect(stdout).toMatch(new RegExp(`^Usage: exo-companion ${name} `));
    expect(stdout).toContain('--json');
    expect(stdout).not.toMatch(/[{}]|cli\./);
    const lines = stdout.split('\n').filter((line) => !line.startsWith('  exo-companion'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(exit).toBe(0);
    expect(await runCli(['help', ...name.split(' ')])).toMatchObject({ stdout, exit });
    expect(await runCli([...name.split(' '), '-h'])).toMatchObject({ stdout, exit });
  });

  it('lists the commands of a group', async () => {
    const { stdout } = await runCli(['tlsa', '--help']);
    expect(stdout).toContain('tlsa generate');
    expect(stdout).not.toContain('dnssec');
  });

  it('prints its version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ exit: 0, stdout: '0.0.0\n' });
    const { stdout } = await spawnCli(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], 'No command'],
    [['frobnicate'], 'no command “frobnicate”'],
    [['tlsa'], 'no command “tlsa”'],
    [['tlsa', 'genrate'], 'Did you mean “tlsa generate”?'],
    [['explian'], 'no command “explian”'],
  ])('answers %j with what is wrong, help on stderr, and 2', async (args, expected) => {
    const { exit, stdout, stderr } = await runCli(args);
    expect(stderr).toContain(expected);
    expect(stderr).toContain('Usage: exo-companion');
    expect(stdout).toBe('');
    expect(exit).toBe(2);
  });

  it('says the same as one JSON line under --json', async () => {
    for (const args of [['--json'], ['frobnicate', '--json'], ['tlsa', 'explain', '--json']]) {
      const { exit, lines } = await runCli(args);
      expect(lines).toMatchObject([{ schema: 'exo-companion/error@1', item: null, code: 'usage' }]);
      expect(exit).toBe(2);
    }
  });

  it('takes options for everything before and after the command’s words', async () => {
    const after = await runCli(['tlsa', 'explain', record, '--json', '--at=2026-01-01T00:00:00Z']);
    const options = ['--at', '2026-01-01T00:00:00Z', '--data-dir', '/x', '--json'];
    const before = await runCli([...options, 'tlsa', 'explain', record]);
    expect(before).toEqual(after);
    expect(before.exit).toBe(0);
  });

  it('takes what follows "--" as it stands', async () => {
    const { stderr, exit } = await runCli(['tlsa', 'explain', '--', '--json']);
    expect(stderr).toContain('“--json”');
    expect(exit).toBe(2);
  });

  it.each([
    [['--json=yes'], 'takes no value'],
    [['--at'], 'needs a value'],
    [['--at', '--json'], 'needs a value'],
    [['--at', '2026-01-01T00:00:00Z', '--at', '2026-01-01T00:00:00Z'], 'more than once'],
    [['--at', 'noon'], 'is not a time'],
    [['--jsn'], 'Did you mean --json?'],
    [['-x'], 'no option -x'],
  ])('refuses %j', async (args, expected) => {
    const { exit, stdout, stderr } = await runCli(['tlsa', 'explain', record, ...args]);
    expect(`${stdout}${stderr}`).toContain(expected);
    expect(exit).toBe(2);
  });

  it('lets no control character of outside text reach the terminal', async () => {
    const { stderr } = await runCli(['tlsa', 'explain', '\u001b[2J\u009b\u202e\u0007x']);
    expect(stderr).toContain('x');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('the process', () => {
  const zone = Array.from({ length: 20_000 }, () => record).join('\n');

  it('prints all of a long answer into a pipe', async () => {
    const { exit, lines } = await spawnCli(['tlsa', 'explain', '-', '--json'], { stdin: zone });
    expect(lines()).toHaveLength(20_000);
    expect(exit).toBe(0);
  });

  it('ends in silence when nobody reads on', () => {
    const script = join(import.meta.dirname, '../../../electron/cli/exoCompanion.ts');
    const pipe = '{ "$0" "$1" tlsa explain - --json; echo "exit $?" >&2; } | head -1';
    const { stdout, stderr } = spawnSync('sh', ['-c', pipe, process.execPath, script], {
      input: zone,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('exit 0\n');
  });

  it('is ended by Ctrl+C in the midst of its work, with 130', async () => {
    let sent = false;
    const { exit, signal, stdout } = await spawnCli(['tlsa', 'explain', '-', '--json'], {
      stdin: zone,
      onOutput: (_, kill) => {
        if (!sent) kill('SIGINT');
        sent = true;
      },
    });
    expect(exit).toBe(130);
    expect(signal).toBeNull();
    expect(stdout.split('\n').length).toBeLessThan(20_000);
  });
});

/** A disk without room, as Linux has one. */
const full = '/dev/full';

it.skipIf(!existsSync(full))('what could not be written to a full disk is no success', () => {
  const stdout = openSync(full, 'w');
  const script = new URL('../../../electron/cli/exoCompanion.ts', import.meta.url).pathname;
  const ran = spawnSync(process.execPath, [script, '--version'], {
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(stdout);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('“stdout” can’t be written');
});
