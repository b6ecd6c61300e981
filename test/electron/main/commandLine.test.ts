import { describe, expect, test } from 'vitest';
import { commandArguments } from '../../../electron/main/commandLine.ts';

const packaged = { packaged: true, platform: 'linux' } as const;

describe('the packaged app as a command', () => {
  test('commands and questions about them go to the command line', () => {
    for (const args of [
      ['tlsa', 'generate', 'x.pem'],
      ['tlsa'],
      ['--help'],
      ['--version'],
      ['help'],
    ]) {
      expect(commandArguments(['/opt/app', ...args], packaged)).toEqual(args);
    }
  });

  test('anything else opens the window', () => {
    for (const args of [
      [],
      ['exo-companion://settings'],
      ['--no-sandbox'],
      ['x.pem'],
      ['', 'tlsa'],
    ]) {
      expect(commandArguments(['/opt/app', ...args], packaged), args.join(' ')).toBeNull();
    }
  });

  test('not on Windows, where a windowed program has no console, and not unpackaged', () => {
    const argv = ['app', 'tlsa', 'explain', '3 1 1 00'];
    expect(commandArguments(argv, { packaged: true, platform: 'win32' })).toBeNull();
    expect(commandArguments(argv, { packaged: false, platform: 'linux' })).toBeNull();
    expect(commandArguments(argv, { packaged: true, platform: 'darwin' })).toEqual(argv.slice(1));
  });
});
