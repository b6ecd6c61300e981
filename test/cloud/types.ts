/** The words of the simulated cloud. How it is used and extended: `startCloud.ts`. */
import type { Scope } from '../../shared/identity/permissions.ts';

export type Api = 'graph' | 'exchange';

/** A person who can sign in; the password is anything. */
export interface CloudUser {
  readonly upn: string;
  readonly name: string;
  readonly oid: string;
  /** The home tenant. */
  readonly tenantId: string;
  /** Tenants where the person is a guest. */
  readonly guestOf?: readonly string[];
  /** May consent for the whole tenant, and to what only an administrator may. */
  readonly admin: boolean;
  /** Cmdlets that the person's Exchange role allows; `all`: every one the scenario has. */
  readonly cmdlets: 'all' | readonly string[];
  /** Graph routes that the person's directory role does not reach, by route name. */
  readonly deniedRoutes?: readonly string[];
}

export interface CloudTenant {
  readonly id: string;
  readonly name: string;
  /** The first is the default one; a domain's name also names the tenant in sign-in paths. */
  readonly domains: readonly string[];
}

/** The app's registration in this cloud. */
export interface CloudApp {
  readonly clientId: string;
  /** "Allow public client flows". */
  readonly publicFlows: boolean;
  /** In the registration; asking for a resource of which nothing is here is AADSTS650057. */
  readonly permissions: readonly Scope[];
  /** Consented by an administrator, for everyone. */
  readonly consented: readonly Scope[];
}

export type Row = Readonly<Record<string, unknown>>;
export type Parameters = Readonly<Record<string, unknown>>;

/** What a cmdlet prints; a function where parameters matter or the rows are many. */
export type CmdletRows =
  | readonly Row[]
  | ((parameters: Parameters, tenant: CloudTenant) => readonly Row[] | CloudAnswer);

export interface Scenario {
  readonly name: string;
  /** Which national cloud it plays; some sources exist in the worldwide one alone. */
  readonly environment: 'worldwide' | 'gcc-high';
  readonly tenants: readonly CloudTenant[];
  readonly users: readonly CloudUser[];
  readonly app: CloudApp;
  readonly features: {
    /** Entra ID P1: sign-in logs can be read. */
    readonly p1: boolean;
    /** The service principal that message traces by Graph need. */
    readonly tracePrincipal: boolean;
    readonly concealedNames: boolean;
  };
  /** By cmdlet name; a cmdlet that is not here is unknown (403, NUL bytes). */
  readonly cmdlets: Readonly<Record<string, CmdletRows>>;
  /** Data that Graph routes serve, by a key of the route's choosing; `answer` reads it. */
  readonly graph: Readonly<Record<string, unknown>>;
  /** Rows of a page when the request names no size. */
  readonly pageSize?: number;
}

/** The claims of a token that came with a request, after its signature held. */
export interface TokenClaims {
  readonly aud: string;
  readonly tid: string;
  readonly oid: string;
  readonly upn: string;
  readonly scp: readonly string[];
}

export interface CloudRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON. */
  readonly body: unknown;
  readonly claims: TokenClaims;
  readonly user: CloudUser;
  readonly tenant: CloudTenant;
  /** Values of the `{…}` in the route's path. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface CloudAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes as they are, anything else as JSON. */
  readonly body: unknown;
}

/** One row of a route table. Whatever no row allows is refused, as the real service refuses it. */
export interface Route {
  /** Unique; faults and assertions name it. */
  readonly name: string;
  readonly api: Api;
  readonly method: 'GET' | 'POST';
  /**
   * Path with `{name}` for a segment: `/v1.0/domains/{domain}/serviceConfigurationRecords`. OData
   * function calls are written out: `/v1.0/reports/getX(period='{period}')`.
   */
  readonly path: string;
  /** The token must have one of them; none for routes without a token (pre-authenticated links). */
  readonly scopes: readonly string[] | 'no-token';
  /** Query options that are allowed, `$`-ones and others. `$select`'s value is checked by `select`. */
  readonly query?: readonly string[];
  /** Properties that `$select` may name. Absent: `$select` is refused. */
  readonly select?: readonly string[];
  /** Refused without `ConsistencyLevel: eventual` when the query has one of these options. */
  readonly eventualFor?: readonly string[];
  readonly answer: (request: CloudRequest, cloud: CloudContext) => CloudAnswer;
}

/** What a route may use. */
export interface CloudContext {
  readonly scenario: Scenario;
  readonly origins: Origins;
  readonly clock: () => Date;
}

export interface Origins {
  readonly authority: string;
  readonly graph: string;
  readonly exchange: string;
  /** Where the 302 of `region` points; the same API. */
  readonly exchangeRegion: string;
  /** Pre-authenticated downloads (CSV reports), on another host as in the real service. */
  readonly downloads: string;
}

/** What goes wrong on a route, in place of its answer. */
export type Fault =
  /** `seconds: null`: a 429 that does not say when to come back. */
  | { readonly kind: '429'; readonly seconds: number | null }
  | { readonly kind: '503' | '500' | '504' }
  /** Takes the request and never answers. */
  | { readonly kind: 'timeout' }
  /** Closes the connection before an answer. */
  | { readonly kind: 'reset' }
  /** Answers with the first half of the true answer, then closes. */
  | { readonly kind: 'cut' }
  /** Status 200, not JSON. */
  | { readonly kind: 'wrong-json' }
  /** What an expired page link gets. */
  | { readonly kind: 'expired-page' }
  /** 401 with claims; the same token is refused from then on. */
  | { readonly kind: 'claims-challenge' }
  /** 401 without claims. */
  | { readonly kind: '401' }
  | { readonly kind: '403' }
  /** 302 to the same path on the region's host. */
  | { readonly kind: 'region' }
  /** 403 whose body is NUL bytes. */
  | { readonly kind: 'nul-403' }
  /** The true answer, after this time. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'answer'; readonly answer: CloudAnswer };

export interface Faults {
  /**
   * From now on, for the next `times` requests of the route (name, `exchange invoke Get-Mailbox` for
   * one cmdlet, or `*` for all), after letting
   * `after` of them through. Several faults of one route are worked off one after the other.
   */
  set(
    route: string,
    fault: Fault,
    options?: { readonly times?: number; readonly after?: number },
  ): void;
  clear(): void;
}

/** One request, as it came; never its `Authorization` nor a body of the sign-in. */
export interface RecordedRequest {
  readonly at: Date;
  readonly host: 'authority' | 'graph' | 'exchange' | 'exchangeRegion' | 'downloads';
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `null`: no route; the request was refused. */
  readonly route: string | null;
  /** Whether a token came with it. */
  readonly authorized: boolean;
  status: number | null;
}
