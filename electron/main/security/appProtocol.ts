import { readFile, realpath } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CustomScheme } from 'electron';
import { contentSecurityPolicy } from '../../../shared/contentSecurityPolicy.ts';
import { appScheme } from './origin.ts';
import { isBelow, resolveAppPath } from './resolveAppPath.ts';

/**
 * `standard` gives the scheme an origin, `secure` makes it a secure context (clipboard). Nothing that
 * would bypass the content security policy or let another origin read it.
 *
 * SECURITY: S18
 */
export const privilegedScheme: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true },
};

/** What a build holds. A file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** SECURITY: S1 SECURITY: S7 every answer carries the policy, errors too. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy('electron'),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** Answers `app://companion/…` from the folder of the built page, which must exist. */
export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    const file = resolveAppPath(root, request.url);
    const contentType = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || contentType === undefined) return refusal(404);
    const content = await readInside(root, file);
    if (content === null) return refusal(404);
    return new Response(request.method === 'HEAD' ? null : content, {
      headers: { ...headers, 'Content-Type': contentType },
    });
  };
}

/** `null` when there is no such file, or when a symbolic link leads out of the folder. */
async function readInside(root: string, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    return isBelow(realRoot, realFile) ? new Uint8Array(await readFile(realFile)) : null;
  } catch {
    return null;
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: { ...headers } });
}
