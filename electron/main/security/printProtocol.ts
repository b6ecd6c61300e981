const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/**
 * Answers with the documents that wait to be printed, by their address, and with nothing else.
 *
 * SECURITY: S7 a document that is printed brings its own style, and may load and run nothing.
 */
export function createPrintProtocol(
  documents: ReadonlyMap<string, string>,
): (request: Request) => Response {
  return ({ url, method }) => {
    const html = method === 'GET' ? documents.get(url) : undefined;
    return html === undefined
      ? new Response(null, { status: 404, headers: { ...headers } })
      : new Response(html, { headers: { ...headers } });
  };
}
