import { commands } from '../cli/registry.ts';

/**
 * The arguments for the command line, when the packaged app was called as one
 * (`exo-companion dane check example.org`), or `null` when a window is wanted.
 *
 * Windows gives a windowed program no console to write to: there the bundle for Node is the command
 * line. What an unpackaged Electron is given belongs to Electron (the app's folder).
 */
export function commandArguments(
  argv: readonly string[],
  { packaged, platform }: { readonly packaged: boolean; readonly platform: NodeJS.Platform },
): readonly string[] | null {
  if (!packaged || platform === 'win32') return null;
  const args = argv.slice(1);
  const [first] = args;
  if (first === undefined) return null;
  const asks = ['--help', '-h', '--version', 'help'].includes(first);
  return asks || commands.some(({ words }) => words[0] === first) ? args : null;
}
