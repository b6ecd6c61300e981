import { request } from 'node:https';
import { isIPv6 } from 'node:net';

export type PolicyProblem = 'certificate' | 'status' | 'too-large' | 'unreachable' | 'reserved';

export type PolicyOutcome =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly problem: PolicyProblem; readonly detail: string };

/**
 * Fetches `https://HOST/.well-known/mta-sts.txt` from one address: no redirects, the certificate
 * checked against the system's roots (RFC 8461 §3.3).
 */
export type PolicyFetch = (
  host: string,
  address: string,
  signal: AbortSignal,
) => Promise<PolicyOutcome>;

/** RFC 8461 §3.2 lets fetchers limit it; real policies have a few hundred octets. */
const bodyMax = 64 * 1024;

const certificateErrors =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;

export const fetchPolicy: PolicyFetch = (host, address, signal) =>
  new Promise((resolve) => {
    const refuse = (problem: PolicyProblem, detail = ''): void => {
      resolve({ ok: false, problem, detail });
    };
    const outgoing = request(
      {
        host: address,
        family: isIPv6(address) ? 6 : 4,
        port: 443,
        servername: host,
        path: '/.well-known/mta-sts.txt',
        headers: { host, accept: 'text/plain' },
        agent: false,
        signal,
      },
      (response) => {
        if (response.statusCode !== 200) {
          refuse('status', String(response.statusCode));
          response.destroy();
          return;
        }
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          chunks.push(chunk);
          if (length > bodyMax) {
            refuse('too-large');
            response.destroy();
          }
        });
        response.on('end', () =>
          resolve({ ok: true, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', () => refuse('unreachable'));
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      refuse(certificateErrors.test(code) ? 'certificate' : 'unreachable', code);
    });
    outgoing.end();
  });
