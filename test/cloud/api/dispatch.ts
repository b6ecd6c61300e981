import { setTimeout as sleep } from 'node:timers/promises';
import { assertNever } from '../../../shared/assertNever.ts';
import { exchangeError, graphError, nulBytes, unauthorized } from './refusals.ts';
import type { Api, CloudAnswer, CloudContext, CloudRequest, Fault, Route } from '../types.ts';
import type { Entra } from '../entra/entra.ts';
import type { FaultSwitch } from './faults.ts';
import type { Match } from './match.ts';

/** What the listener does with a request: an answer, or something that is none. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: CloudAnswer }
  | { readonly kind: 'silence' | 'reset' }
  | { readonly kind: 'cut'; readonly answer: CloudAnswer };

export interface Incoming {
  readonly api: Api;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The bearer token; `null`: none came. */
  readonly token: string | null;
}

interface Parts {
  readonly context: CloudContext;
  readonly entra: Entra;
  readonly faults: FaultSwitch;
}

/** One request of an API, from its token to its answer. */
export async function dispatch(
  incoming: Incoming,
  match: Match | null,
  { context, entra, faults }: Parts,
): Promise<Outcome> {
  if (match === null) return answered(unknownPath(incoming));
  const { route } = match;
  const checked = authorize(incoming, match, entra, context);
  const refusal = 'status' in checked ? checked : refuseQuery(incoming, route);
  if (refusal !== null) return answered(refusal);
  const answer = (): CloudAnswer =>
    route.answer({ ...(checked as CloudRequest), parameters: match.parameters }, context);
  const fault = faults.take(...namesOf(route.name, incoming.body));
  if (fault === null) return answered(answer());
  return fail(fault, incoming, answer, { context, entra, faults });
}

/** `exchange invoke Get-Mailbox` is narrower than `exchange invoke`. */
export function namesOf(route: string, body: unknown): readonly string[] {
  const { CmdletInput: input } = (body ?? {}) as { readonly CmdletInput?: unknown };
  const { CmdletName: cmdlet } = (input ?? {}) as { readonly CmdletName?: unknown };
  return typeof cmdlet === 'string' ? [`${route} ${cmdlet}`, route] : [route];
}

const answered = (answer: CloudAnswer): Outcome => ({ kind: 'answer', answer });

function authorize(
  incoming: Incoming,
  match: Match,
  entra: Entra,
  { scenario }: CloudContext,
): CloudRequest | CloudAnswer {
  const { route, parameters } = match;
  if (route.scopes === 'no-token') {
    // A pre-authenticated link; a token sent there is a token given away.
    if (incoming.token !== null)
      return { status: 400, body: 'a token was sent to a download host' };
    return { ...incoming, parameters } as unknown as CloudRequest;
  }
  if (incoming.token === null) return unauthorized(incoming.api, null);
  const seen = entra.inspect(incoming.token, incoming.api);
  if (seen.state === 'refused') return unauthorized(incoming.api, seen.claims);
  const { claims } = seen;
  const user = scenario.users.find(({ oid }) => oid === claims.oid);
  const tenant = scenario.tenants.find(({ id }) => id === claims.tid);
  if (user === undefined || tenant === undefined) return unauthorized(incoming.api, null);
  const { scopes } = route;
  if (!scopes.some((scope) => claims.scp.includes(scope)))
    return incoming.api === 'graph'
      ? graphError(
          403,
          'Authorization_RequestDenied',
          'Insufficient privileges to complete the operation.',
        )
      : unauthorized('exchange', null);
  if (user.deniedRoutes?.includes(route.name) === true)
    return graphError(403, 'Authorization_RequestDenied', 'User is not in the allowed roles.');
  return { ...incoming, claims, user, tenant, parameters };
}

function unknownPath({ api, url }: Incoming): CloudAnswer {
  return api === 'graph'
    ? graphError(400, 'BadRequest', `Resource not found for the segment '${url.pathname}'.`)
    : { status: 404, body: '' };
}

/** What Graph would not take: options that the route has not, properties that do not exist. */
function refuseQuery({ api, url, headers }: Incoming, route: Route): CloudAnswer | null {
  const bad = (message: string): CloudAnswer =>
    api === 'graph'
      ? graphError(400, 'BadRequest', message)
      : exchangeError(400, message, 'Microsoft.OData.ODataException');
  for (const [name, value] of url.searchParams) {
    if (name === '$select' && route.select !== undefined) {
      const allowed = new Set(route.select.map((property) => property.toLowerCase()));
      const wrong = value
        .split(',')
        .find((property) => !allowed.has(property.trim().toLowerCase()));
      if (wrong !== undefined) return bad(`Could not find a property named '${wrong}'.`);
    } else if (route.query?.includes(name) !== true) {
      return bad(`The query parameter '${name}' is not supported.`);
    }
    if (
      route.eventualFor?.includes(name) === true &&
      headers['consistencylevel']?.toLowerCase() !== 'eventual'
    ) {
      return graphError(
        400,
        'Request_UnsupportedQuery',
        `'${name}' needs ConsistencyLevel: eventual.`,
      );
    }
  }
  return null;
}

/** A fault in place of the true answer. */
async function fail(
  fault: Fault,
  incoming: Incoming,
  answer: () => CloudAnswer,
  { context, entra }: Parts,
): Promise<Outcome> {
  const { api, url, token } = incoming;
  switch (fault.kind) {
    case '429': {
      const throttled =
        api === 'graph'
          ? graphError(429, 'TooManyRequests', 'Too many requests.')
          : { status: 429, body: '' };
      const wait = fault.seconds === null ? {} : { 'retry-after': String(fault.seconds) };
      return answered({ ...throttled, headers: { ...throttled.headers, ...wait } });
    }
    case '500':
    case '503':
    case '504':
      return answered(
        api === 'graph'
          ? graphError(Number(fault.kind), 'serviceNotAvailable', 'The service is not available.')
          : { status: Number(fault.kind), body: '<html>Service Unavailable</html>' },
      );
    case 'timeout':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'reset' };
    case 'cut':
      return { kind: 'cut', answer: answer() };
    case 'wrong-json':
      return answered({ status: 200, body: '{"value":[{"id":' });
    case 'expired-page':
      return answered(
        api === 'graph'
          ? graphError(
              400,
              'Directory_ExpiredPageToken',
              'The specified page token value has expired.',
            )
          : exchangeError(
              400,
              'Expired or Invalid pagination request. Default Expiry time is 00:30:00',
              'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
            ),
      );
    case 'claims-challenge':
      return answered(unauthorized(api, entra.challenge(token ?? '')));
    case '401':
      return answered(unauthorized(api, null));
    case '403':
      return answered(graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.'));
    case 'region':
      return answered({
        status: 302,
        headers: { location: `${context.origins.exchangeRegion}${url.pathname}${url.search}` },
        body: '',
      });
    case 'nul-403':
      return answered(nulBytes());
    case 'slow':
      await sleep(fault.milliseconds);
      return answered(answer());
    case 'answer':
      return answered(fault.answer);
    default:
      return assertNever(fault, 'fault');
  }
}
