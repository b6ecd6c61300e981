import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/call.ts';
import { tenantKey } from '../../app/tenants.ts';

export function overviewQuery(tenant: string) {
  return queryOptions({
    queryKey: [...tenantKey, 'overview', tenant],
    queryFn: () => ask('readiness.overview', { tenant }),
  });
}

export function runsQuery(tenant: string) {
  return queryOptions({
    queryKey: [...tenantKey, 'runs', tenant],
    queryFn: () => ask('readiness.runs', { tenant }),
  });
}

/** With the waivers of today in force: what is kept changes with them. */
export function resultsQuery(runId: number) {
  return queryOptions({
    queryKey: [...tenantKey, 'results', runId],
    queryFn: () => ask('readiness.results', { runId }),
  });
}

export function diffQuery(from: number, to: number) {
  return queryOptions({
    queryKey: [...tenantKey, 'diff', from, to],
    queryFn: () => ask('readiness.diff', { from, to }),
  });
}

export function waiversQuery(tenant: string) {
  return queryOptions({
    queryKey: [...tenantKey, 'waivers', tenant],
    queryFn: () => ask('readiness.waivers', { tenant }),
  });
}
