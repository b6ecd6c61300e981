/**
 * `node test/cloud/run.ts [SCENARIO] [--mailboxes N] [--delay MS]`: the simulated cloud until Ctrl+C, to
 * try the app by hand: `npm start -- --cloud FILE`, `npm run cli -- tenant snapshot --cloud FILE …`.
 */
import { parseArgs } from 'node:util';
import { healthy, freshRegistration } from './scenarios/contoso.ts';
import { startCloud } from './startCloud.ts';
import * as tenants from './scenarios/tenants.ts';
import type { Scenario } from './types.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mailboxes: { type: 'string' }, delay: { type: 'string', default: '0' } },
});
const { largeTenant, ...named } = tenants;
const scenarios: readonly Scenario[] = [...Object.values(named), healthy, freshRegistration];
const [wanted = 'whole-tenant'] = positionals;
const scenario =
  values.mailboxes === undefined
    ? scenarios.find(({ name }) => name === wanted)
    : largeTenant(Number(values.mailboxes));
if (scenario === undefined) {
  process.stderr.write(`Scenarios: ${scenarios.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const cloud = await startCloud({ scenario, delay: Number(values.delay) });
process.stdout.write(
  [
    `cloud file  ${cloud.cloudFile}`,
    `client id   ${scenario.app.clientId}`,
    `accounts    ${scenario.users.map(({ upn }) => upn).join(', ')} (any password)`,
    'until Ctrl+C\n',
  ].join('\n'),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cloud.stop().then(() => process.exit(0)));
