import { randomUUID } from 'node:crypto';
import { assertAllowed } from './allowedCmdlets.ts';
import { invokePath } from './readPage.ts';
import { exchangeOverHttps } from '../microsoft/exchangeOverHttps.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { CmdletInput } from './allowedCmdlets.ts';
import type { Outcome } from '../microsoft/failure.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { TenantSession } from '../identity/types.ts';

export interface ExitOptions {
  readonly session: Pick<TenantSession, 'account' | 'cloud' | 'fetch'>;
  readonly clock: () => Date;
  readonly record: RecordOutsideCall;
  /** Milliseconds for one answer. */
  readonly timeout: number;
}

export interface CmdletRequest extends CmdletInput {
  /** Properties to send, all when empty. */
  readonly select: readonly string[];
  /** Path and query of the next page (`readPage.ts`), `null` for the first. */
  readonly page: string | null;
}

/** The one way out to the Exchange admin API: what is not written here can't be sent. */
export interface Exit {
  /** `POST {origin}/adminapi/beta/{tenant}/InvokeCommand`. */
  invoke(
    origin: string,
    request: CmdletRequest,
    authorization: string,
    signal: AbortSignal,
  ): Promise<Outcome<Answer>>;
  /** `GET {origin}/adminapi/v1.0/{tenant}/EXOModuleFile`: which cmdlets this administrator has. */
  moduleFile(origin: string, authorization: string, signal: AbortSignal): Promise<Outcome<Answer>>;
}

/** A page of 1,000 records of a few properties takes some 400 KiB, of all properties some 12 MiB. */
const pageBytesMax = 64 * 1024 * 1024;
/** Of the module that the answer is measured by; Exchange has asked for no newer one so far. */
const moduleVersion = '3.9.2';
const rowsPerPage = 1000;

/** Header values hold no other characters; without an anchor Exchange still answers. */
const headerText = /^[\x21-\x7e]{1,320}$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createExit({ session, clock, record, timeout }: ExitOptions): Exit {
  const { tenantId, username } = session.account;
  if (!guid.test(tenantId)) throw new Error('a tenant id is a GUID');
  const connectionId = randomUUID();
  const anchor = headerText.test(username) ? { 'x-anchormailbox': `UPN:${username}` } : {};

  function common(authorization: string): Record<string, string> {
    return {
      authorization,
      accept: 'application/json',
      'client-request-id': randomUUID(),
      'connection-id': connectionId,
      ...anchor,
    };
  }

  function send(
    url: string,
    request: Parameters<TenantSession['fetch']>[1],
    call: string,
    signal: AbortSignal,
  ): Promise<Outcome<Answer>> {
    return exchangeOverHttps({
      fetch: session.fetch,
      url,
      request,
      signal,
      timeout,
      bodyMax: pageBytesMax,
      audit: { record, clock, tenantId, api: 'exchange', call },
    });
  }

  return {
    invoke(origin, { cmdlet, parameters, select, page }, authorization, signal) {
      assertAllowed({ cmdlet, parameters }, select);
      const query = select.length === 0 ? '' : `?$select=${select.join(',')}`;
      const path = page ?? `/adminapi/beta/${tenantId}/InvokeCommand${query}`;
      if (!invokePath.test(path)) throw new Error('not allowed: a page of something else');
      return send(
        `${origin}${path}`,
        {
          method: 'POST',
          headers: {
            ...common(authorization),
            'content-type': 'application/json',
            prefer: `odata.maxpagesize=${rowsPerPage}`,
            'x-cmdletname': cmdlet,
            'x-responseformat': 'json',
          },
          body: JSON.stringify({ CmdletInput: { CmdletName: cmdlet, Parameters: parameters } }),
        },
        cmdlet,
        signal,
      );
    },

    moduleFile(origin, authorization, signal) {
      const path = `/adminapi/v1.0/${tenantId}/EXOModuleFile`;
      return send(
        `${origin}${path}?Version=${moduleVersion}`,
        { method: 'GET', headers: { ...common(authorization), commandname: '*' } },
        'GET /adminapi/v1.0/EXOModuleFile',
        signal,
      );
    },
  };
}
