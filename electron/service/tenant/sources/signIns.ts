import { createSignInTally } from '../read/signIns.ts';
import { describeSource } from '../../../../shared/tenant/sources.ts';
import { failedReading, reading } from '../source.ts';
import type { GraphRead } from '../../graph/graphClient.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { TenantSource } from '../source.ts';

/** Entra keeps sign-ins for 30 days where there is a P1 licence. */
const days = 30;
const perPage = 1000;
/** 50,000 sign-ins by legacy protocols tell enough; that there were more is told as well. */
const pagesMax = 50;

/** Values of `clientAppUsed` that stand for legacy protocols (Entra, "Sign-in log activity details"). */
const legacyClients = [
  'Authenticated SMTP',
  'AutoDiscover',
  'Exchange ActiveSync',
  'Exchange Online PowerShell',
  'Exchange Web Services',
  'IMAP4',
  'MAPI Over HTTP',
  'Offline Address Book',
  'Other clients',
  'Outlook Anywhere (RPC over HTTP)',
  'Outlook Service',
  'POP3',
  'Reporting Web Services',
] as const;

/**
 * Who still signs in by a legacy protocol: each user and protocol once, counted. `v1.0` has the
 * interactive sign-ins alone; `beta` gives the others, and where it does not they are missing.
 */
export const signIns: TenantSource = {
  id: 'signIns',
  after: [],
  async read({ graph, clock, signal, output }) {
    const to = clock();
    const from = new Date(to.getTime() - days * 86_400_000);
    const tally = createSignInTally();
    const period = `createdDateTime ge ${second(from)} and createdDateTime le ${second(to)}`;
    const clients = legacyClients.map((client) => `clientAppUsed eq '${client}'`).join(' or ');
    const filter = `${period} and (${clients})`;

    async function readAll(version: 'v1.0' | 'beta', $filter: string) {
      const part = tally.part();
      const sink = {
        page: (records: readonly RawRecord[]) => part.add(records),
        restart: () => part.clear(),
      };
      const read: GraphRead = {
        path: '/auditLogs/signIns',
        version,
        query: { $filter, $top: String(perPage) },
        scopes: describeSource('signIns').scopes,
      };
      return graph.pages(read, sink, signal, pagesMax);
    }

    const interactive = await readAll('v1.0', filter);
    if (!interactive.ok && interactive.failure.reason !== 'interrupted' && tally.isEmpty())
      return failedReading(interactive.failure);
    const others = await readAll(
      'beta',
      `${filter} and signInEventTypes/any(t: t eq 'nonInteractiveUser')`,
    );
    output.set({ from: from.toISOString(), to: to.toISOString(), clients: tally.clients() });
    if (!interactive.ok) return failedReading(interactive.failure);
    if (!others.ok) return failedReading(others.failure);
    const more = interactive.value.more || others.value.more;
    return reading({
      requestId: interactive.value.requestId,
      flaw: more ? 'limit-reached' : null,
    });
  },
};

/** Graph's filters take whole seconds. */
function second(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
