import { plainName } from '../../dns/queryName.ts';
import type { DomainName } from '../../dns/types.ts';

/** A name as results show it: lower case, without the final dot. */
export function nameText(name: DomainName): string {
  return plainName(name).toLowerCase();
}
