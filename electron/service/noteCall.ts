import type { OutsideApi } from '../../shared/tenant/outsideApis.ts';
import type { RecordOutsideCall } from './outsideCalls.ts';

/** Where calls to the outside are written down, and for whom they are made. */
export interface CallNotes {
  /** `null`: for no tenant. */
  readonly tenantId: string | null;
  readonly clock: () => Date;
  readonly record: RecordOutsideCall;
}

/** Makes one call to the outside and writes its line, however it ends. */
export async function noteCall<T>(
  { tenantId, clock, record }: CallNotes,
  api: OutsideApi,
  call: string,
  work: () => Promise<T>,
  outcomeOf: (value: T) => string,
): Promise<T> {
  const at = clock().toISOString();
  const started = performance.now();
  const line = (outcome: string): void => {
    const milliseconds = Math.round(performance.now() - started);
    record({ at, tenantId, api, call, outcome, milliseconds, requestId: null });
  };
  try {
    const value = await work();
    line(outcomeOf(value));
    return value;
  } catch (error) {
    line(causeOf(error));
    throw error;
  }
}

/** A word of ours or the system's (`connection-refused`, `AbortError`): sentences may hold anything. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
