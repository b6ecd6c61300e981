/** `npm run conformance -- --rpl DIR`: a line for each scenario of a folder, then the sums. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replay } from './replay.ts';
import type { Replayed } from './replay.ts';

const { values } = parseArgs({ options: { rpl: { type: 'string' } } });
if (values.rpl === undefined) {
  process.stderr.write('Usage: npm run conformance -- --rpl DIR\n');
  process.exit(2);
}
const folder = values.rpl;
const names = readdirSync(folder)
  .filter((name) => /\.c?rpl$/.test(name))
  .sort();
const sums = { PASS: 0, FAIL: 0, SKIP: 0 };

/** A scenario that the replay breaks on has failed, and the others still count. */
async function outcomeOf(name: string): Promise<Replayed> {
  try {
    return await replay(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    return { outcome: 'FAIL', reason: `can not be replayed: ${String(error)}` };
  }
}

for (const name of names) {
  const { outcome, reason } = await outcomeOf(name);
  sums[outcome] += 1;
  process.stdout.write(`${outcome} ${name} – ${reason}\n`);
}
process.stdout.write(`pass=${sums.PASS} fail=${sums.FAIL} skip=${sums.SKIP}\n`);
process.exitCode = sums.FAIL > 0 || names.length === 0 ? 1 : 0;
