import { callMicrosoft } from '../microsoft/callMicrosoft.ts';
import { createExit } from './exit.ts';
import { createGate } from '../microsoft/gate.ts';
import { exchangeFailure } from './exchangeErrors.ts';
import { failed } from '../microsoft/failure.ts';
import { nextPath, readPage } from './readPage.ts';
import { readModule } from './readModule.ts';
import { regionOf } from './region.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { CmdletInput } from './allowedCmdlets.ts';
import type { CmdletPage } from './readPage.ts';
import type { Outcome } from '../microsoft/failure.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';
import type { Reading } from '../microsoft/callMicrosoft.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { TenantSession } from '../identity/types.ts';
import type { Timing } from '../microsoft/timing.ts';

export interface ExchangeOptions {
  readonly session: TenantSession;
  readonly clock: () => Date;
  readonly timing: Timing;
  readonly record: RecordOutsideCall;
  /** Milliseconds for one answer. */
  readonly timeout?: number;
}

/** Takes records as their pages come. */
export interface CmdletSink {
  page(records: readonly RawRecord[]): void;
  /** The pages could not be gone on with and come again from the first; what came is void. */
  restart(): void;
}

export interface CmdletRun {
  readonly records: number;
  readonly warnings: readonly string[];
  readonly requestId: string | null;
}

/** The Exchange admin API of one session, reading. */
export interface ExchangeClient {
  /** Names of the cmdlets that this administrator's roles hold. Asked once. */
  cmdlets(signal: AbortSignal): Promise<Outcome<ReadonlySet<string>>>;
  /** Runs a cmdlet and gives every page to `sink`. A failure leaves what came with it. */
  run(
    input: CmdletInput,
    sink: CmdletSink,
    signal: AbortSignal,
    select?: readonly string[],
  ): Promise<Outcome<CmdletRun>>;
}

/** Exchange lets an administrator run three commands at a time. */
const placesMax = 3;
const answerTimeout = 300_000;
/** At 1,000 records a page, a hundred times the largest tenant that this app promises to read. */
const pagesMax = 10_000;
const restartsMax = 1;

export function createExchangeClient(options: ExchangeOptions): ExchangeClient {
  const { session, timing } = options;
  const exit = createExit({ ...options, timeout: options.timeout ?? answerTimeout });
  const gate = createGate(placesMax, timing);
  /** Where Exchange answers for this tenant; changed by a redirect to its region. */
  let origin = session.cloud.exchange;
  let module: Promise<Outcome<ReadonlySet<string>>> | null = null;

  /** Sends, and follows a redirect to the region once. */
  async function following(
    send: (at: string) => Promise<Outcome<Answer>>,
  ): Promise<Outcome<Answer>> {
    const first = await send(origin);
    if (!first.ok || !isRedirect(first.value)) return first;
    const region = regionOf(session.cloud.exchange, first.value.headers.get('location'));
    if (region === null) return refused(first.value);
    origin = region;
    const second = await send(origin);
    return second.ok && isRedirect(second.value) ? refused(second.value) : second;
  }

  function call<T>(
    send: (at: string, authorization: string) => Promise<Outcome<Answer>>,
    read: (answer: Answer) => Reading<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    return callMicrosoft({
      session,
      resource: 'exchange',
      scopes: ['Exchange.Manage'],
      gate,
      timing,
      signal,
      send: (authorization) => following((at) => send(at, authorization)),
      read,
    });
  }

  /** Finds the region on its way, so that every further call goes there at once. */
  function cmdlets(signal: AbortSignal): Promise<Outcome<ReadonlySet<string>>> {
    module ??= call(
      (at, authorization) => exit.moduleFile(at, authorization, signal),
      (answer) => readOk(answer, readModule),
      signal,
    ).then((outcome) => {
      if (!outcome.ok && outcome.failure.reason === 'interrupted') module = null;
      return outcome;
    });
    return module;
  }

  async function pages(
    input: CmdletInput,
    select: readonly string[],
    sink: CmdletSink,
    signal: AbortSignal,
  ): Promise<Outcome<CmdletRun>> {
    let page: string | null = null;
    let records = 0;
    const warnings = new Set<string>();
    for (let number = 0; number < pagesMax; number += 1) {
      const asked = { ...input, select, page };
      const outcome: Outcome<readonly [CmdletPage, string | null]> = await call(
        (at, authorization) => exit.invoke(at, asked, authorization, signal),
        (answer) => readOk(answer, (text) => withId(readPage(text), answer)),
        signal,
      );
      if (!outcome.ok) return outcome;
      const [{ records: read, warnings: said, next }, requestId] = outcome.value;
      sink.page(read);
      records += read.length;
      for (const warning of said) warnings.add(warning);
      if (next === null)
        return { ok: true, value: { records, warnings: [...warnings], requestId } };
      const path = nextPath(next, [origin, session.cloud.exchange]);
      if (path === null) return failed('redirect-refused', { requestId });
      if (path === page) return failed('unexpected-answer', { requestId, detail: 'same page' });
      page = path;
    }
    return failed('limit-reached');
  }

  return {
    cmdlets,
    async run(input, sink, signal, select = []) {
      await cmdlets(signal);
      let properties = select;
      for (let restarts = 0; ;) {
        const outcome = await pages(input, properties, sink, signal);
        if (outcome.ok) return outcome;
        const { reason, detail } = outcome.failure;
        if (reason === 'pages-expired' && restarts < restartsMax) {
          restarts += 1;
        } else if (reason === 'request-refused' && properties.length > 0) {
          properties = withoutNamed(properties, detail);
        } else return outcome;
        sink.restart();
      }
    },
  };
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function isRedirect({ status }: Answer): boolean {
  return redirects.has(status);
}

function refused({ status, requestId }: Answer): Outcome<never> {
  return failed('redirect-refused', { status, requestId });
}

/** An answer of status 200 that can't be read may have been cut on its way: it is asked for again. */
function readOk<T>(answer: Answer, read: (text: string) => T | null): Reading<T> {
  if (answer.status !== 200) return { kind: 'failure', failure: exchangeFailure(answer) };
  const value = read(answer.text);
  if (value !== null) return { kind: 'value', value };
  const { requestId } = answer;
  return {
    kind: 'again',
    failure: failed('unexpected-answer', { status: 200, requestId }).failure,
  };
}

function withId<T>(value: T | null, { requestId }: Answer): readonly [T, string | null] | null {
  return value === null ? null : [value, requestId];
}

/** Exchange may not know a property yet: without the one that it names, else without choosing. */
function withoutNamed(select: readonly string[], detail: string | null): readonly string[] {
  const rest = select.filter(
    (property) => !new RegExp(`\\b${property}\\b`, 'i').test(detail ?? ''),
  );
  return rest.length < select.length ? rest : [];
}
