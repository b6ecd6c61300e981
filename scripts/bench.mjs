/**
 * `npm run bench -- NAME …`: measures speed and memory against peers in the same run. Prints figures;
 * exits 1 when a bound that the documentation promises is missed.
 */
import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ensureNode, repository } from './bootstrap.mjs';

const folder = join(repository, 'test', 'bench');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const wanted = process.argv.slice(2);
/** `tenant` is measured by `tenant.ts` and `tenantPage.ts`. */
const partsOf = (subject) =>
  names.filter((name) => name === subject || new RegExp(`^${subject}[A-Z]`).test(name));
const unknown = wanted.filter((name) => !names.includes(name));
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Name what to measure: ${names.join(', ')}`);
  process.exit(2);
}
const node = ensureNode();
ensureInstalled(node);
for (const name of new Set(wanted.flatMap(partsOf))) {
  console.log(`--- ${name}`);
  const { status } = spawnSync(node, ['--expose-gc', join(folder, `${name}.ts`)], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
