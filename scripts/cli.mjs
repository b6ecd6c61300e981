/**
 * `npm run cli -- <command> …`: the command line from its sources, on Node 24. Stdin, stdout and the
 * exit code are the command's own.
 */
import { ensureInstalled, ensureNode, repository, runToEnd } from './bootstrap.mjs';
import { join } from 'node:path';

const node = ensureNode();
ensureInstalled(node);
const program = join(repository, 'electron', 'cli', 'exoCompanion.ts');
// npm changes to the package's folder; a file's name is meant from where the person stands.
const cwd = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined;
const { code } = await runToEnd(node, [program, ...process.argv.slice(2)], { cwd });
process.exitCode = code;
