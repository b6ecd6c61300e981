import type { OpenHistory } from '../../history/openHistory.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/index.ts';

/** What went out, newest first. */
export function readAudit(
  { calls }: Pick<OpenHistory, 'calls'>,
  { limit, before, ...filter }: ParsedInput<'tenant.audit'>,
): Output<'tenant.audit'> {
  const found = calls.list(filter, limit, before);
  return { total: calls.count(filter), calls: found.map((call) => ({ ...call })) };
}
