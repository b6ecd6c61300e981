import { ownRead, readPages } from '../graphSource.ts';
import { readConditionalAccess } from '../read/conditionalAccess.ts';
import type { TenantSource } from '../source.ts';

/** Policies of Conditional Access, for those that block or allow legacy clients. */
export const conditionalAccess: TenantSource = {
  id: 'conditionalAccess',
  after: [],
  read: (context) =>
    readPages(ownRead('conditionalAccess'), context, (records) =>
      records.map(readConditionalAccess).filter((policy) => policy !== null),
    ),
};
