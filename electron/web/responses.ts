import { contentSecurityPolicy } from '../../shared/contentSecurityPolicy.ts';
import type { ServerResponse } from 'node:http';

/**
 * Sent with every answer, whatever it holds. No CORS header exists: no other origin may read anything.
 * SECURITY: S7, S18
 */
const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy('web'),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
} as const;

export function sendHead(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, { ...securityHeaders, 'Content-Type': type });
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  const bytes = Buffer.from(body as string);
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': type,
    'Content-Length': bytes.length,
  });
  // Node sends no body in answer to HEAD.
  response.end(bytes);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** For what is not worth another request on this connection. */
export function sendRefusal(response: ServerResponse, status: number, reason: string): void {
  response.setHeader('Connection', 'close');
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
  send(response, status, 'text/plain; charset=utf-8', `${reason}\n`);
}
