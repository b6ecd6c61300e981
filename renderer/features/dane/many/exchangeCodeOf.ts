import type { ManyItem } from '../../../../shared/contract/dane.ts';

/** What Exchange Online writes of a domain's worst fault; `null`: nothing, or nothing is wrong. */
export function exchangeCodeOf(item: ManyItem): string | null {
  if (item.kind === 'refused' || item.row.main?.severity !== 'error') return null;
  return item.row.main.exchangeCode;
}
