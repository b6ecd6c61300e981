import { networkError } from '../networkError.ts';
import type { Fetch } from '../ports.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The road to the sign-in service, with a line in the audit table for each request: its path, no more. */
export function auditedFetch(fetch: Fetch, clock: () => Date, record: RecordOutsideCall): Fetch {
  return async (url, request) => {
    const { pathname } = new URL(url);
    const tenant = pathname.split('/')[1] ?? '';
    const at = clock().toISOString();
    const started = performance.now();
    const line = (outcome: string, requestId: string | null): void =>
      record({
        at,
        tenantId: guid.test(tenant) ? tenant.toLowerCase() : null,
        api: 'sign-in',
        call: `${request.method} ${pathname}`,
        outcome,
        milliseconds: Math.round(performance.now() - started),
        requestId,
      });
    try {
      const response = await fetch(url, request);
      line(String(response.status), response.headers.get('x-ms-request-id'));
      return response;
    } catch (error) {
      line(networkError(error, url).code, null);
      throw error;
    }
  };
}
