import { networkError } from '../networkError.ts';
import { noteCall } from '../noteCall.ts';
import type { Fetch } from '../ports.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';

type OpenBrowser = (url: string) => Promise<void>;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The road to the sign-in service, with a line in the audit table for each request: its path, no more. */
export function auditedFetch(fetch: Fetch, clock: () => Date, record: RecordOutsideCall): Fetch {
  return async (url, request) => {
    const { pathname } = new URL(url);
    const at = clock().toISOString();
    const started = performance.now();
    const line = (outcome: string, requestId: string | null): void =>
      record({
        at,
        tenantId: tenantIn(pathname),
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

/** The same of the page that the system's browser is sent to: what happens there is the browser's. */
export function auditedBrowser(
  open: OpenBrowser,
  clock: () => Date,
  record: RecordOutsideCall,
): OpenBrowser {
  return (url) => {
    const { pathname } = new URL(url);
    const notes = { tenantId: tenantIn(pathname), clock, record };
    const call = `GET ${pathname} in the browser`;
    return noteCall(
      notes,
      'sign-in',
      call,
      () => open(url),
      () => 'opened',
    );
  };
}

/** `null`: the path names no tenant, or by a domain. */
function tenantIn(pathname: string): string | null {
  const tenant = pathname.split('/')[1] ?? '';
  return guid.test(tenant) ? tenant.toLowerCase() : null;
}
