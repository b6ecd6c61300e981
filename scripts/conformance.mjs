/**
 * `npm run conformance -- --rpl DIR`: replays a folder of Unbound's validator scenarios. A line each,
 * `PASS|FAIL|SKIP name – reason`, then `pass=N fail=N skip=N`; exits 1 when one fails.
 */
import { join } from 'node:path';
import { ensureInstalled, ensureNode, repository, runToEnd } from './bootstrap.mjs';

const node = ensureNode();
ensureInstalled(node);
const program = join(repository, 'test', 'vectors', 'rpl', 'main.ts');
// npm changes to the package's folder; a folder's name is meant from where the person stands.
const cwd = process.env.npm_lifecycle_event === 'conformance' ? process.env.INIT_CWD : undefined;
const { code } = await runToEnd(node, [program, ...process.argv.slice(2)], { cwd });
process.exitCode = code;
