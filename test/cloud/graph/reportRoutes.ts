import { createHash } from 'node:crypto';
import { rowsOf } from './page.ts';
import type { CloudContext, CloudRequest, Route, Row } from '../types.ts';

const reports = {
  getEmailAppUsageVersionsUserCounts: 'appUsageVersions',
  getEmailAppUsageAppsUserCounts: 'appUsageCounts',
  getEmailAppUsageUserDetail: 'appUsageUsers',
} as const;

/** Reports come by a 302 to another host, where no token may be shown. */
export const reportRoutes: readonly Route[] = Object.entries(reports).flatMap(
  ([name, key]): Route[] => [
    {
      name: `graph report ${key}`,
      api: 'graph',
      method: 'GET',
      path: `/v1.0/reports/${name}(period='{period}')`,
      scopes: ['Reports.Read.All'],
      answer: ({ parameters }: CloudRequest, { origins }) =>
        /^D(?:7|30|90|180)$/.test(parameters['period'] ?? '')
          ? {
              status: 302,
              headers: { location: `${origins.downloads}/data/${key}?token=preauthenticated` },
              body: '',
            }
          : { status: 400, body: { error: { code: 'BadRequest', message: 'Invalid period' } } },
    },
    {
      name: `download ${key}`,
      api: 'graph',
      method: 'GET',
      path: `/data/${key}`,
      scopes: 'no-token',
      query: ['token'],
      answer: (_, cloud) => ({
        status: 200,
        headers: { 'content-type': 'application/octet-stream' },
        body: `\ufeff${csv(rowsOf(cloud, key), cloud)}`,
      }),
    },
  ],
);

function csv(rows: readonly Row[], { scenario }: CloudContext): string {
  const columns = Object.keys(rows[0] ?? { 'Report Refresh Date': '' });
  const isHidden = (column: string): boolean =>
    scenario.features.concealedNames && /^(?:User Principal Name|Display Name)$/.test(column);
  const lines = rows.map((row) =>
    columns
      .map((column) => {
        const text = (row[column] ?? '') as string;
        const shown = isHidden(column)
          ? createHash('sha256').update(text).digest('hex').toUpperCase()
          : text;
        return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
      })
      .join(','),
  );
  return [columns.join(','), ...lines, ''].join('\r\n');
}
