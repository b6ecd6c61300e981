import type { Finding, KeyType } from '../../../../shared/dane/check.ts';
import { findingKinds } from '../../../../shared/dane/findings.ts';
import type { FindingCode, Severity } from '../../../../shared/dane/findings.ts';

export interface Where {
  readonly host?: string;
  readonly ip?: string;
  readonly keyType?: KeyType | null;
}

export interface FindingDetails {
  readonly params?: Finding['params'];
  readonly records?: readonly string[];
  /** Instead of the kind's own, where a rule that was broken does not bind here. */
  readonly severity?: Severity;
}

export function finding(
  code: FindingCode,
  { host, ip, keyType }: Where = {},
  { params = {}, records = [], severity }: FindingDetails = {},
): Finding {
  const kind = findingKinds[code];
  return {
    code,
    severity: severity ?? kind.severity,
    where: { host: host ?? null, ip: ip ?? null, keyType: keyType ?? null },
    exchangeCode: kind.exchangeCode,
    tlsRptType: kind.tlsRptType,
    rfc: kind.rfc,
    params,
    records: records.length === 0 ? null : [...records],
  };
}

/** A code as a sentence can choose by it: the selectors of ICU messages have no hyphen. */
export function selectKey(code: string): string {
  return code.replaceAll('-', '_');
}
