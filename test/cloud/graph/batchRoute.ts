import { createMatcher } from '../api/match.ts';
import { graphError } from '../api/refusals.ts';
import type { CloudContext, CloudRequest, Route } from '../types.ts';

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** Up to twenty requests in one; their answers come in another order. */
export function batchRoute(routes: readonly Route[]): Route {
  const match = createMatcher(routes);

  function answer(part: Part, request: CloudRequest, cloud: CloudContext) {
    const url = new URL(`/v1.0${part.url}`, request.url);
    const found = match(part.method, url.pathname);
    if (found === null || found.route.scopes === 'no-token')
      return graphError(400, 'BadRequest', `Resource not found for the segment '${part.url}'.`);
    const { claims } = request;
    if (!found.route.scopes.some((scope) => claims.scp.includes(scope)))
      return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
    return found.route.answer({ ...request, url, parameters: found.parameters }, cloud);
  }

  return {
    name: 'graph batch',
    api: 'graph',
    method: 'POST',
    path: '/v1.0/$batch',
    // What each of its parts needs is looked at by itself.
    scopes: ['User.Read', 'Organization.Read.All', 'Domain.Read.All'],
    answer(request, cloud) {
      const parts =
        (request.body as { readonly requests?: readonly Part[] } | null)?.requests ?? [];
      if (parts.length === 0 || parts.length > 20)
        return graphError(400, 'BadRequest', 'A batch has 1 to 20 requests.');
      const responses = parts.map((part) => {
        const { status, headers = {}, body } = answer(part, request, cloud);
        return { id: part.id, status, headers, body };
      });
      return { status: 200, body: { responses: responses.toReversed() } };
    },
  };
}
