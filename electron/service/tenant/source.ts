import type { CallFailure } from '../microsoft/failure.ts';
import type { CloudId } from '../../../shared/identity/clouds.ts';
import type { CheckRun } from '../dane/check/checkRun.ts';
import type { ExchangeClient } from '../exchange/exchangeClient.ts';
import type { GraphClient } from '../graph/graphClient.ts';
import type { RollingBudget } from '../microsoft/rollingBudget.ts';
import type { PolicyFetch } from '../dane/check/mtaSts.ts';
import type { SnapshotData, SourceReason } from '../../../shared/tenant/snapshot.ts';
import type { SourceDescription, SourceId } from '../../../shared/tenant/sources.ts';
import type { Validator } from '../dnssec/types.ts';

/** How a source is read. One file of `sources/` each; what it needs stands in `shared/tenant/sources.ts`. */
export interface TenantSource {
  readonly id: SourceId;
  /** Sources whose data it builds on; it waits for them. */
  readonly after: readonly SourceId[];
  /** Never rejects for what the network or Microsoft does. */
  read(context: SourceContext): Promise<SourceReading>;
}

/** The two APIs, for one session. */
export interface MicrosoftTools {
  readonly exchange: ExchangeClient;
  readonly graph: GraphClient;
  /** Requests for message traces that the tenant still has. */
  readonly traceBudget: RollingBudget;
}

export interface SourceContext extends MicrosoftTools {
  readonly dns: DnsTools;
  readonly cloud: CloudId | 'private';
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** What the sources of `after` gave. */
  readonly known: SnapshotData;
  readonly output: SourceOutput;
}

/** Takes the data as it comes; a source is either a list or one value. */
export interface SourceOutput {
  add(items: readonly unknown[]): void;
  /** What was added is void. */
  clear(): void;
  set(value: unknown): void;
}

/** The road to the DNS and to mail servers. */
export interface DnsTools {
  readonly validator: Validator;
  readonly fetchPolicy: PolicyFetch;
  /** DANE checks, which share their answers. */
  readonly run: CheckRun;
  readonly allowPrivate: boolean;
  /** Milliseconds of one step on the network. */
  readonly timeout: number;
}

/** How the reading went. The data is in the output already. */
export interface SourceReading {
  /** `null`: nothing stopped it. */
  readonly failure: CallFailure | null;
  /** What is not as it should be although nothing failed. */
  readonly flaw: SourceReason | null;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** Our names of properties that an answer lacked. */
  readonly missing: readonly string[];
  /** The call that gave it; `null`: the source's first. */
  readonly road: SourceDescription | null;
}

export function reading(more: Partial<SourceReading> = {}): SourceReading {
  return {
    failure: null,
    flaw: null,
    detail: null,
    requestId: null,
    missing: [],
    road: null,
    ...more,
  };
}

export function failedReading(
  failure: CallFailure,
  more: Partial<SourceReading> = {},
): SourceReading {
  return reading({ failure, detail: failure.detail, requestId: failure.requestId, ...more });
}
