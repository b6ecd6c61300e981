import { arch, platform, release } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createRedactor } from '../../../../shared/readiness/report/createRedactor.ts';
import { listTenants, newestOf } from './tenants.ts';
import { readStored } from '../store/readStored.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Redactor } from '../../../../shared/readiness/report/createRedactor.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { TenantWorld } from './tenantWorld.ts';

type Bundle = Output<'tenant.supportBundle'>;

/** The newest calls and lines of logs; older ones hardly help anybody. */
const callsMax = 300;
const linesMax = 200;

/**
 * Versions, states and the newest calls as text, with other names in place of people's, domains' and
 * tenants'. Request ids stay: Microsoft's support asks for them, and they are nobody's.
 */
export async function supportBundle(world: TenantWorld): Promise<Bundle> {
  const { ports } = world;
  const newest = newestSnapshots(world);
  const redactor = createRedactor(newest.flatMap(ownDomains));
  const identity = await world.identity.state();
  // A name that is known is found wherever it stands.
  for (const { tenant } of newest) redactor.name(tenant.name);
  for (const { username, displayName } of identity.accounts)
    for (const name of [displayName, username]) if (name !== null) redactor.name(name);
  const lines = (name: string) => lastLines(join(ports.dataDirectory, name));
  return {
    fileName: `exchange-companion-support-${ports.clock().toISOString().slice(0, 10)}.txt`,
    files: [
      { name: 'about.json', text: asText(await about(world)) },
      { name: 'tenants.json', text: asText(await tenants(world)) },
      { name: 'outside-calls.jsonl', text: outsideCalls(world, redactor) },
      // Names of channels, codes and times.
      { name: 'audit.ndjson', text: lines('audit.ndjson').join('\n') },
      {
        name: 'log.ndjson',
        text: lines('log.ndjson')
          .map((line) => redactLogLine(line, redactor))
          .join('\n'),
      },
    ],
  };
}

function asText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

async function about({ ports, settings, history, identity }: TenantWorld) {
  const { theme, locale, resolvers = [], registration } = settings.get();
  const { lasting, keptAside } = history();
  const { accounts, keeping, privateCloud, clockAhead, browser } = await identity.state();
  return {
    version: ports.version,
    host: ports.host,
    system: { platform: platform(), release: release(), arch: arch() },
    runtime: { node: process.versions.node, electron: process.versions['electron'] ?? null },
    at: ports.clock().toISOString(),
    settings: { theme, locale, resolvers: resolvers.map(kindOfResolver) },
    registration: {
      hasClientId: (registration?.clientId ?? null) !== null,
      hasTenant: (registration?.tenant ?? null) !== null,
      cloud: registration?.cloud ?? null,
    },
    signIn: {
      accounts: accounts.map(({ cloud, guest, needs }) => ({
        cloud: privateCloud === null ? cloud : 'private',
        guest,
        needs: needs?.code ?? null,
      })),
      keeping,
      clockAhead,
      browser,
    },
    storage: { lasting, wasDamaged: keptAside !== null },
  };
}

/** `https`, `tls`; not whose. */
function kindOfResolver(text: string): string {
  return /^[a-z]+(?=:)/.exec(text)?.[0] ?? 'unknown';
}

/** What was read of each tenant and how it went; not what it says. */
async function tenants(world: TenantWorld) {
  const listed = await listTenants(world);
  const store = world.snapshots();
  return listed.tenants.map(({ key, demo, accountId, snapshots, newest }, index) => ({
    tenant: `Tenant ${index + 1}`,
    inUse: key === listed.inUse,
    demo,
    signedIn: accountId !== null,
    snapshots,
    newest:
      newest === null
        ? null
        : {
            takenAt: newest.takenAt,
            finished: newest.finished,
            sources: store
              .entries(newest.id)
              .map(({ id, state, reason, origin, at, requestId, records, missing }) => ({
                id,
                state,
                reason,
                origin,
                at,
                requestId,
                records,
                missing,
              })),
          },
  }));
}

function outsideCalls(world: TenantWorld, redactor: Redactor): string {
  const anything = { tenantId: null, api: null, text: '' };
  return world
    .history()
    .calls.list(anything, callsMax, null)
    .map(({ tenantId, call, ...rest }) =>
      JSON.stringify({
        ...rest,
        tenantId: tenantId === null ? null : redactor.name(tenantId),
        call: redactor.text(call),
      }),
    )
    .join('\n');
}

function newestSnapshots(world: TenantWorld): readonly Snapshot[] {
  const store = world.snapshots();
  const all = store.list('all');
  const keys = [...new Set(all.map(({ tenant }) => tenant))];
  return keys.flatMap((key) => {
    const newest = newestOf(all.filter(({ tenant }) => tenant === key));
    return newest === null ? [] : [readStored(store, newest, ['acceptedDomains', 'domains'])];
  });
}

function ownDomains({ data }: Snapshot): readonly string[] {
  const accepted = (data.acceptedDomains ?? []).map(({ domainName }) => domainName);
  const verified = (data.domains ?? []).map(({ id }) => id);
  return [...accepted, ...verified].filter((name) => name !== null);
}

function lastLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-linesMax);
  } catch {
    return [];
  }
}

const logLineSchema = z.looseObject({ problem: z.string() });

/** What stands beside the problem is ours: a time, a host, a channel or a source. */
function redactLogLine(line: string, redactor: Redactor): string {
  const parsed = logLineSchema.safeParse(parse(line));
  return parsed.success
    ? JSON.stringify({ ...parsed.data, problem: redactProblem(parsed.data.problem, redactor) })
    : redactor.text(line);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Functions and files of a stack, which look like domains, and lines in them, which look like addresses. */
const ofStack =
  /\bat (?:async |new )*[\w.<>$]+(?: \[as \w+\])? \(|[\w@./\\-]+\.(?:[cm]?[jt]sx?|json|node)\b(?::\d+){0,2}/g;

function redactProblem(problem: string, redactor: Redactor): string {
  let rest = 0;
  let text = '';
  for (const match of problem.matchAll(ofStack)) {
    text += redactor.text(problem.slice(rest, match.index)) + match[0];
    rest = match.index + match[0].length;
  }
  return text + redactor.text(problem.slice(rest));
}
