import { setFlagsFromString } from 'node:v8';
import { createHostPorts } from '../../service/hostPorts.ts';
import { createTraceBudgets, microsoftTools } from '../../service/tenant/microsoftTools.ts';
import { daneOptions, openPorts } from '../daneOptions.ts';
import { defineCommand } from '../command.ts';
import { dnsTimeout, dnsToolsOf, openDnsTools } from '../../service/tenant/openDnsTools.ts';
import { interrupted } from '../io.ts';
import { openDemoTenant } from '../../service/demo/tenant/openDemoTenant.ts';
import { openTenantStore } from '../tenantStore.ts';
import { printSnapshot } from '../printSnapshot.ts';
import { readTenant } from '../../service/tenant/readTenant.ts';
import { signInForCommand, tenantOptions } from '../tenantOptions.ts';
import { snapshotExit, sourceLine } from '../snapshotText.ts';
import { describeSource, sources, sourceIds } from '../../../shared/tenant/sources.ts';
import { success } from '../../../shared/errors.ts';
import { usageError } from '../options.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Invocation } from '../command.ts';
import type { OpenDnsTools } from '../../service/tenant/openDnsTools.ts';
import type { ReadTenant } from '../../service/tenant/readTenant.ts';
import type { Result } from '../../../shared/errors.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { SignedIn } from '../tenantOptions.ts';
import type { TenantStore } from '../tenantStore.ts';

const options = {
  ...tenantOptions,
  demo: { type: 'boolean', description: 'tenant.option.demo' },
  out: { type: 'string', placeholder: 'FILE', description: 'tenant.option.out' },
  ...daneOptions,
} as const;

type SnapshotInvocation = Invocation<typeof options>;

const chosen = sourceIds.filter((id) => sources[id].api !== 'import');

/** What the options say of resolvers; a machine that has none still reads the rest. */
async function openDns({ values, clock }: SnapshotInvocation): Promise<Result<OpenDnsTools>> {
  const opened = await openPorts(values, clock);
  if (!opened.ok && opened.error.code === 'resolver-unreachable' && values.resolver.length === 0)
    return success(openDnsTools([], clock));
  if (!opened.ok) return opened;
  const { ports, connectPort, timeout } = opened.value;
  const step = values.timeout === null ? Math.min(timeout, dnsTimeout) : timeout;
  const settings = { allowPrivate: values['allow-private'], connectPort, timeout: step };
  return success(dnsToolsOf(ports, settings, () => opened.value.close()));
}

/** Contoso: nothing leaves this machine and nothing is kept. */
async function readDemo(invocation: SnapshotInvocation): Promise<ReadTenant> {
  const { clock } = invocation;
  const { session, microsoft, dns } = await openDemoTenant(clock, () => {});
  using _dns = dns;
  return await readTenant({
    ...ownParts(invocation),
    tenant: { id: session.account.tenantId, name: 'Contoso' },
    microsoft,
    dns,
    cloud: session.cloud.id,
    record() {},
    store: null,
  });
}

async function readSignedIn(
  { session }: SignedIn,
  dns: OpenDnsTools,
  kept: TenantStore,
  invocation: SnapshotInvocation,
): Promise<ReadTenant> {
  const { clock } = invocation;
  const { tenantId, username } = session.account;
  const { record } = kept;
  return await readTenant({
    ...ownParts(invocation),
    tenant: { id: tenantId, name: username.slice(username.lastIndexOf('@') + 1) },
    microsoft: microsoftTools({
      session,
      clock,
      record,
      traceBudget: createTraceBudgets()(tenantId),
    }),
    dns,
    cloud: session.cloud.id,
    record,
    store: kept.lasting ? kept.store : null,
  });
}

function ownParts({ io, clock, output, words, dataDirectory }: SnapshotInvocation) {
  return {
    chosen,
    clock,
    signal: io.signal,
    reportBug: createHostPorts('cli', dataDirectory, clock).reportBug,
    onReading: progressOf({ output, words }),
    onDone: (entry: Parameters<typeof sourceLine>[0]) => {
      if (chosen.includes(entry.id)) void output.message(sourceLine(entry, words));
    },
  };
}

/** Milliseconds; a long list tells so often how far it is. */
const tellEvery = 5_000;

function progressOf({ output, words }: Pick<SnapshotInvocation, 'output' | 'words'>) {
  const told = new Map<SourceId, number>();
  return (id: SourceId, records: number): void => {
    const now = performance.now();
    const before = told.get(id);
    if (before === undefined) told.set(id, now);
    if (before === undefined || now - before < tellEvery) return;
    told.set(id, now);
    void output.message(words('tenant.cli.reading', { call: describeSource(id).call, records }));
  };
}

async function read(invocation: SnapshotInvocation): Promise<Result<ReadTenant>> {
  if (invocation.values.demo) return success(await readDemo(invocation));
  const dns = await openDns(invocation);
  if (!dns.ok) return dns;
  using tools = dns.value;
  const { clock, dataDirectory, output, words } = invocation;
  using kept = openTenantStore(dataDirectory, clock);
  if (!kept.lasting) await output.message(words('tenant.cli.not-kept'));
  const signedIn = await signInForCommand(invocation, kept.record);
  if (!signedIn.ok) return signedIn;
  try {
    return success(await readSignedIn(signedIn.value, tools, kept, invocation));
  } finally {
    await signedIn.value.signOut();
  }
}

function refuse({ positionals, values }: SnapshotInvocation): Result<null> {
  const [extra] = positionals;
  if (extra !== undefined) return usageError({ problem: 'unexpectedArgument', argument: extra });
  if (!values.demo) return success(null);
  const other = (['client-id', 'tenant', 'cloud'] as const).find((name) => values[name] !== null);
  return other === undefined
    ? success(null)
    : usageError({ problem: 'conflict', option: '--demo', other: `--${other}` });
}

export const command = defineCommand({
  usage: '[options]',
  description: 'tenant.cli.snapshot.description',
  options,
  examples: [
    'tenant snapshot --client-id 11111111-2222-3333-4444-555555555555 --tenant contoso.com --out contoso.json',
    'tenant snapshot --demo > contoso.json',
  ],
  async run(invocation): Promise<ExitCode> {
    const refused = refuse(invocation);
    if (!refused.ok) return invocation.output.error(refused.error);
    // Left alone, V8 takes as much as on a server: 480 MB for 100,000 mailboxes, and 320 MB so.
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=60');
    const outcome = await read(invocation);
    if (!outcome.ok) return invocation.output.error(outcome.error);
    const { snapshot } = outcome.value;
    const printed = await printSnapshot(snapshot, invocation);
    if (!printed.ok) return invocation.output.error(printed.error, invocation.values.out);
    return invocation.io.signal.reason === interrupted ? 130 : snapshotExit(snapshot);
  },
});
