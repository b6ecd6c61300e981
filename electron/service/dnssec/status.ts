import type { SecurityStatus } from './types.ts';

const worstFirst: readonly SecurityStatus[] = ['bogus', 'indeterminate', 'insecure', 'secure'];

/** Of several links, the worst: bogus, indeterminate, insecure, secure. */
export function worstStatus(statuses: readonly SecurityStatus[]): SecurityStatus {
  return worstFirst.find((status) => statuses.includes(status)) ?? 'secure';
}
