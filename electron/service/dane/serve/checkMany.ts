import { failure, success } from '../../../../shared/errors.ts';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { KeptCheck, ManyItem } from '../../../../shared/contract/dane.ts';
import { checksUnderWayMax } from '../../../../shared/dane/run.ts';
import type { CheckOptions } from '../../../../shared/dane/run.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import type { JobContext } from '../../jobs.ts';
import type { CheckRun } from '../check/checkRun.ts';
import { checkTarget } from '../check/checkTarget.ts';
import { checkRow, keepCheck } from './keptChecks.ts';

/** A page draws no faster than this, milliseconds. */
const progressEvery = 100;

/** One target from text to history. Errors: `target-invalid`, `cancelled`. */
export async function checkAndKeep(
  text: string,
  { service, place }: CheckOptions,
  run: CheckRun,
  kept: OpenHistory,
  signal: AbortSignal,
  onStep?: Parameters<CheckRun['check']>[2],
): Promise<Result<KeptCheck>> {
  const target = checkTarget(text, service);
  if (!target.ok) return target;
  const check = await run.check(target.value, signal, onStep);
  // What was cut short says nothing about the domain.
  if (signal.aborted) return failure('cancelled');
  return success(keepCheck(kept, place, service, check));
}

function refused(target: string, { code, params }: AppError): ManyItem {
  return { kind: 'refused', target, error: { code, params: { ...params } } };
}

/** Checks targets side by side; each that is done is kept and told at once. */
export async function checkMany(
  targets: readonly string[],
  options: CheckOptions,
  run: CheckRun,
  history: OpenHistory,
  job: JobContext,
): Promise<Result<{ checked: number; refused: number }>> {
  const waiting = targets[Symbol.iterator]();
  const counts = { checked: 0, refused: 0 };
  let told = 0;

  function tellProgress(): void {
    const done = counts.checked + counts.refused;
    const now = performance.now();
    if (now - told < progressEvery && done < targets.length) return;
    told = now;
    job.progress(done, targets.length);
  }

  async function work(): Promise<void> {
    for (const target of waiting) {
      const kept = await checkAndKeep(target, options, run, history, job.signal);
      if (job.signal.aborted) return;
      counts[kept.ok ? 'checked' : 'refused'] += 1;
      const item: ManyItem = kept.ok
        ? { kind: 'checked', target, row: checkRow(history.history, kept.value) }
        : refused(target, kept.error);
      job.item(item);
      tellProgress();
    }
  }

  job.progress(0, targets.length);
  await Promise.all(Array.from({ length: checksUnderWayMax }, work));
  return job.signal.aborted ? failure('cancelled') : success(counts);
}
