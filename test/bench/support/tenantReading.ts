/** A large tenant, read by the command line from the simulated cloud. */
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { browse } from '../../cloud/browser.ts';
import { fetchBarePages } from './barePages.ts';
import { largeTenant } from '../../cloud/scenarios/tenants.ts';
import { sitDown, value } from '../../support/signedIn.ts';
import { startCloud } from '../../cloud/startCloud.ts';
import type { ListToFetch } from './barePages.ts';
import type { RecordedRequest } from '../../cloud/types.ts';
import type { Report } from './measure.ts';
import type { SimulatedCloud } from '../../cloud/startCloud.ts';

const mailboxes = 100_000;
const delay = 50;
const perPage = 1000;
const lists = ['Get-CASMailbox', 'Get-Mailbox', 'Get-User'] as const;

const rounds = 3;

const requestsMax = 1.02;
const wallMax = 1.5;
const megabytesMax = 400;

/** Octets at most, told by the process itself at its end. */
const tellPeak = `process.on('exit', () => {
  process.stderr.write('peak ' + process.resourceUsage().maxRSS * 1024 + '\\n');
});`;

/** The command line, signed in by a person who does what it says. Gives its peak of memory. */
function takeSnapshot(
  { cloudFile, ca, scenario }: SimulatedCloud,
  folder: string,
): Promise<number> {
  const program = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'exoCompanion.ts');
  const command = ['tenant', 'snapshot', '--cloud', cloudFile];
  const registration = ['--client-id', scenario.app.clientId];
  // Nobody answers there: what is measured is Microsoft's part.
  const noDns = ['--resolver', 'tcp://127.0.0.1:9', '--timeout', '200'];
  const files = ['--data-dir', folder, '--out', join(folder, 'snapshot.json')];
  const hook = `--import=data:text/javascript,${encodeURIComponent(tellPeak)}`;
  const child = spawn(
    process.execPath,
    [hook, program, ...command, ...registration, ...noDns, ...files],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let told = '';
  let isAsked = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    const [, page, code] = /open the page (\S+) and enter the code (\S+)/.exec(told) ?? [];
    if (page === undefined || isAsked) return;
    isAsked = true;
    void browse(`${page}?user_code=${code}`, { login: 'admin@contoso.example', ca });
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      const peak = Number(/^peak (\d+)$/m.exec(told)?.[1]);
      if (code === 0 && peak > 0) resolve(peak);
      else reject(new Error(`exit ${code}:\n${told}`));
    });
  });
}

/** From the first request to the end of the last answer. */
function spanOf(requests: readonly RecordedRequest[]): number {
  const times = requests.map(({ at }) => at.getTime());
  return Math.max(...times) - Math.min(...times) + delay;
}

/** The requests for the lists, without one that was refused. */
function firstPages(requests: readonly RecordedRequest[], origin: string): ListToFetch[] {
  return lists.map((cmdlet) => {
    const first = requests.find(
      ({ body, status, query }) =>
        status === 200 && query['$skiptoken'] === undefined && cmdletOf(body) === cmdlet,
    );
    if (first === undefined) throw new Error(`${cmdlet} was not asked`);
    const { path, query, headers, body } = first;
    const { host: _host, 'content-length': _length, connection: _connection, ...rest } = headers;
    const search = new URLSearchParams(query).toString();
    return { url: `${origin}${path}?${search}`, headers: rest, body: JSON.stringify(body) };
  });
}

function cmdletOf(body: unknown): string {
  const input = (body as { readonly CmdletInput?: { readonly CmdletName?: string } } | null)
    ?.CmdletInput;
  return input?.CmdletName ?? '';
}

async function authorizationFor(cloud: SimulatedCloud): Promise<string> {
  using desk = sitDown({ cloud });
  const { id } = value(await desk.browserSignIn());
  const session = value(await desk.identity.session(id));
  const request = { resource: 'exchange', scopes: ['Exchange.Manage'] } as const;
  return value(await session.token(request)).authorization();
}

/** Once by the command line, once by the bare client. */
async function readOnce(folder: string) {
  await using cloud = await startCloud({ scenario: largeTenant(mailboxes), delay });
  const peak = await takeSnapshot(cloud, folder);
  const asked = cloud.requests.filter(({ host }) => host !== 'authority');
  const authorization = await authorizationFor(cloud);
  const floor = await fetchBarePages({
    ca: cloud.ca,
    lists: firstPages(asked, cloud.origins.exchange).map((list) => ({
      ...list,
      headers: Object.assign(list.headers, { authorization }),
    })),
  });
  const paged = asked.filter(({ body }) => lists.some((cmdlet) => cmdlet === cmdletOf(body)));
  return { peak, floor, span: spanOf(asked), requests: asked.length, paged: paged.length };
}

export async function measureReading({ line, bound }: Report, folder: string): Promise<void> {
  // Best of the rounds, so that a busy moment of the machine meets both.
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await readOnce(folder));
  const [first] = all;
  if (first === undefined) throw new Error('no round');
  const { floor, requests, paged } = first;
  const fewest = lists.length * Math.ceil(mailboxes / perPage);
  const more = paged / fewest;
  const fastest = Math.min(...all.map(({ span }) => span));
  const least = Math.min(...all.map((one) => one.floor.milliseconds));
  const slower = fastest / least;
  const megabytes = Math.max(...all.map(({ peak }) => peak)) / 1e6;
  line('requests of the whole reading', String(requests));
  bound(
    `requests for ${lists.length} lists of ${mailboxes} (fewest ${fewest})`,
    `${paged}, ${more.toFixed(3)} ×`,
    more <= requestsMax,
    `at most ${requestsMax} ×`,
  );
  line(
    `floor: ${floor.pages} pages, ${(floor.bytes / 1e6).toFixed(0)} MB, ${lists.length} at a time`,
    `${(least / 1000).toFixed(1)} s`,
  );
  bound(
    'wall time of the whole reading',
    `${(fastest / 1000).toFixed(1)} s, ${slower.toFixed(2)} × the floor`,
    slower <= wallMax,
    `at most ${wallMax} ×`,
  );
  bound(
    'peak of memory (resident)',
    `${megabytes.toFixed(0)} MB`,
    megabytes <= megabytesMax,
    `at most ${megabytesMax} MB`,
  );
}
