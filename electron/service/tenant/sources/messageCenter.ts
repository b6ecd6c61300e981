import { graphList } from '../graphSource.ts';
import { messageCenterPostFields } from '../../../../shared/tenant/records/graph.ts';

/** Posts that touch Exchange Online. Their text stays with Microsoft: it is HTML, and long. */
export const messageCenter = graphList('messageCenter', messageCenterPostFields, {
  $filter: "services/any(c:c eq 'Exchange Online')",
});
