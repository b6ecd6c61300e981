import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

export type PolicyProblem =
  | 'certificate'
  | 'status'
  | 'media-type'
  | 'too-large'
  | 'timed-out'
  | 'unreachable'
  | 'reserved';

export type PolicyOutcome =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly problem: PolicyProblem; readonly detail: string };

/**
 * Fetches `https://HOST/.well-known/mta-sts.txt` from one address: no redirects, the certificate
 * checked against the Web's roots (RFC 8461 §3.3).
 */
export type PolicyFetch = (
  host: string,
  address: string,
  signal: AbortSignal,
) => Promise<PolicyOutcome>;

export interface PolicyFetchOptions {
  readonly port: number;
  /** PEM; `null`: the runtime's roots. */
  readonly ca: string | null;
}

/** RFC 8461 §3.2 lets fetchers limit it; real policies have a few hundred octets. */
const bodyMax = 64 * 1024;
const headersMax = 16 * 1024;

const certificateErrors =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;

class PolicyRefused extends Error {
  readonly problem: PolicyProblem;
  readonly detail: string;

  constructor(problem: PolicyProblem, detail = '') {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }
}

/** RFC 8461 §3.2: anything else may be what some user of the web server put there. */
function isPlainText({ headers }: IncomingMessage): boolean {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase() === 'text/plain';
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  if (response.statusCode !== 200) {
    throw new PolicyRefused('status', String(response.statusCode));
  }
  if (!isPlainText(response)) {
    const type = response.headers['content-type'] ?? '–';
    throw new PolicyRefused('media-type', type.slice(0, 100));
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyMax) throw new PolicyRefused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(
  host: string,
  address: string,
  { port, ca }: PolicyFetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: address,
        family: isIPv6(address) ? 6 : 4,
        port,
        servername: host,
        path: '/.well-known/mta-sts.txt',
        headers: { host, accept: 'text/plain' },
        maxHeaderSize: headersMax,
        agent: false,
        signal,
        ...(ca === null ? {} : { ca }),
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function refusal(error: unknown, signal: AbortSignal): PolicyOutcome {
  if (error instanceof PolicyRefused) {
    return { ok: false, problem: error.problem, detail: error.detail };
  }
  if (signal.aborted) return { ok: false, problem: 'timed-out', detail: '' };
  const { code = '' } = error as NodeJS.ErrnoException;
  const problem = certificateErrors.test(code) ? 'certificate' : 'unreachable';
  return { ok: false, problem, detail: code };
}

/** `port` and `ca` are others in tests alone. */
export function createPolicyFetch(
  options: PolicyFetchOptions = { port: 443, ca: null },
): PolicyFetch {
  return async (host, address, signal) => {
    let response: IncomingMessage | null = null;
    try {
      response = await answer(host, address, options, signal);
      return { ok: true, body: await bodyOf(response) };
    } catch (error) {
      return refusal(error, signal);
    } finally {
      response?.destroy();
    }
  };
}
