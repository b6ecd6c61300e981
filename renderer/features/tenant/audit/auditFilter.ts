import type { Input } from '../../../../shared/contract/index.ts';

export type AuditFilter = Omit<Input<'tenant.audit'>, 'limit' | 'before'>;

export const noFilter: AuditFilter = { tenantId: null, api: null, text: '' };
