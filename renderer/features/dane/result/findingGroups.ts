import { severities } from '../../../../shared/dane/findings.ts';
import type { Finding } from '../../../../shared/dane/check.ts';

/** One finding, with the other places where the same was found. */
export interface FindingGroup {
  readonly key: string;
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/** What weighs most first; the same on several addresses of a host is told once. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(
    findings,
    ({ code, severity, where: { host } }) => `${severity} ${code} ${host ?? ''}`,
  );
  return [...groups]
    .flatMap(([key, [finding, ...others]]) =>
      finding === undefined ? [] : [{ key, finding, others }],
    )
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    );
}
