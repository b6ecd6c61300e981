import { cmdletList } from '../cmdletSource.ts';
import { describeOtherRoad } from '../../../../shared/tenant/sources.ts';
import { eitherRoad } from '../eitherRoad.ts';
import { graphUserProperties, readGraphMailbox } from '../read/graphMailbox.ts';
import { mailboxFields } from '../../../../shared/tenant/records/exchange.ts';
import { readPages } from '../graphSource.ts';
import type { SourceContext, SourceReading } from '../source.ts';

const byCmdlet = cmdletList(
  'mailboxes',
  mailboxFields,
  { cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' } },
  'select',
);

/** The most that `/users` gives at once. */
const perPage = 999;

/** The same addresses stand at the users of the directory; what kind of mailbox it is does not. */
async function byGraph(context: SourceContext): Promise<SourceReading> {
  let lacksAddresses = false;
  const read = {
    path: '/users',
    query: { $select: graphUserProperties.join(','), $top: String(perPage) },
    scopes: describeOtherRoad('mailboxes')?.scopes ?? [],
  };
  const result = await readPages(read, context, (records) => {
    lacksAddresses ||= records.some(({ proxyAddresses }) => !Array.isArray(proxyAddresses));
    return records.map(readGraphMailbox).filter((mailbox) => mailbox !== null);
  });
  const missing = ['recipientTypeDetails', ...(lacksAddresses ? ['emailAddresses'] : [])];
  return result.failure === null ? { ...result, missing } : result;
}

export const mailboxes = eitherRoad('mailboxes', {
  first: (context) => byCmdlet.read(context),
  second: byGraph,
});
