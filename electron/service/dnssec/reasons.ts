/** Shared, since the contract and the words name them too. */
export type { ValidationReason } from '../../../shared/dnssec/reasons.ts';
