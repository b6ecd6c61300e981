import type { ServerResponse } from 'node:http';

/** Lets `change` have the last word on a JSON body that somebody else writes to the response. */
export function captureJson(
  response: ServerResponse,
  change: (body: Record<string, unknown>, status: number) => Record<string, unknown>,
): void {
  const parts: Buffer[] = [];
  const end = response.end.bind(response);
  const keep = (part: unknown): void => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  response.write = (part: unknown) => {
    keep(part);
    return true;
  };
  response.end = (part?: unknown) => {
    keep(part);
    const text = Buffer.concat(parts);
    const json = String(response.getHeader('content-type')).startsWith('application/json');
    const body = json
      ? Buffer.from(
          JSON.stringify(
            change(
              JSON.parse(text.toString('utf8')) as Record<string, unknown>,
              response.statusCode,
            ),
          ),
        )
      : text;
    response.setHeader('content-length', body.length);
    return end(body);
  };
}
