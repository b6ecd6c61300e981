/** TLS reports (RFC 8460 §4), as senders mail them to a domain. */
import { z } from 'zod';
import { tlsRptTypes } from '../dane/findings.ts';
import { causes, noExplanation } from './explanation.ts';
import type { Cause, Explanation, NextStep } from './explanation.ts';

const count = z.number().int().nonnegative().catch(0);
const text = z.string().max(1024);

const failureSchema = z.object({
  'result-type': text,
  'receiving-mx-hostname': text.nullish(),
  'receiving-ip': text.nullish(),
  'failed-session-count': count,
  'failure-reason-code': text.nullish(),
});

const reportSchema = z.object({
  'organization-name': text.nullish(),
  'report-id': text.nullish(),
  'date-range': z
    .object({ 'start-datetime': text.nullish(), 'end-datetime': text.nullish() })
    .nullish(),
  policies: z
    .array(
      z.object({
        policy: z.object({
          'policy-type': text,
          'policy-domain': text,
        }),
        summary: z
          .object({
            'total-successful-session-count': count,
            'total-failure-session-count': count,
          })
          .nullish(),
        'failure-details': z.array(failureSchema).max(10_000).nullish(),
      }),
    )
    .min(1)
    .max(1000),
});

type Failure = z.infer<typeof failureSchema>;

const steps: Readonly<Partial<Record<Cause, readonly NextStep[]>>> = {
  'report-starttls-not-supported': ['enable-starttls', 'check-domain'],
  'report-certificate-host-mismatch': ['renew-certificate', 'check-domain'],
  'report-certificate-expired': ['renew-certificate', 'check-domain'],
  'report-certificate-not-trusted': ['renew-certificate', 'check-domain'],
  'report-tlsa-invalid': ['publish-record', 'check-domain'],
  'report-dnssec-invalid': ['fix-dnssec', 'check-domain'],
  'report-sts-policy-fetch-error': ['fix-sts-policy', 'check-domain'],
  'report-sts-policy-invalid': ['fix-sts-policy', 'check-domain'],
  'report-sts-webpki-invalid': ['fix-sts-policy', 'check-domain'],
  'report-no-failures': [],
};

function causeOf(type: string): Cause {
  const known = tlsRptTypes.find((candidate) => candidate === type);
  return causes.find((cause) => cause === `report-${known ?? ''}`) ?? 'report-other';
}

function hostOf(name: string | null | undefined): string | null {
  return name?.replace(/\.$/, '').toLowerCase() || null;
}

/** RFC 3339 in UTC; `null`: it is no time. */
function utcOf(time: string | null): string | null {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `null`: JSON, or not even that, but no TLS report. */
export function explainTlsReport(source: string): Explanation[] | null {
  if (!source.trimStart().startsWith('{')) return null;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return null;
  }
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) return null;
  const report = parsed.data;
  const time = report['date-range']?.['end-datetime'] ?? null;
  return report.policies.flatMap((entry) => {
    const failures = entry['failure-details'] ?? [];
    const domain = hostOf(entry.policy['policy-domain']);
    const shared = {
      ...noExplanation,
      kind: 'tls-rpt',
      domain,
      time: utcOf(time),
    } as const;
    const params = {
      organization: report['organization-name'] ?? '–',
      policy: entry.policy['policy-type'],
      successful: entry.summary?.['total-successful-session-count'] ?? 0,
      failed: entry.summary?.['total-failure-session-count'] ?? 0,
      domain: domain ?? '',
    };
    if (failures.length === 0 && params.failed === 0) {
      const next: NextStep[] = [];
      return [
        {
          ...shared,
          cause: 'report-no-failures',
          verdict: 'pass',
          whoseSide: 'unknown',
          next,
          params,
        } satisfies Explanation,
      ];
    }
    if (failures.length === 0) {
      return [failure(shared, 'validation-failure', [], params)];
    }
    return [...Map.groupBy(failures, (detail) => detail['result-type'])].map(([type, details]) =>
      failure(shared, type, details, params),
    );
  });
}

function failure(
  shared: Explanation,
  type: string,
  details: readonly Failure[],
  params: Explanation['params'],
): Explanation {
  const cause = causeOf(type);
  const sessions = details.reduce((sum, detail) => sum + detail['failed-session-count'], 0);
  const [first] = details;
  return {
    ...shared,
    codes: [type],
    server: hostOf(first?.['receiving-mx-hostname']),
    ip: first?.['receiving-ip'] ?? null,
    verdict: 'fail',
    cause,
    whoseSide: 'yours',
    next: [...(steps[cause] ?? ['check-domain'])],
    params: {
      ...params,
      type,
      sessions: sessions === 0 ? (params['failed'] ?? 0) : sessions,
      reason: first?.['failure-reason-code'] ?? '',
    },
  };
}
