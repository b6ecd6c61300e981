import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import { usageError } from './options.ts';

const units: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of `90m`, `12h`, `7d`, `2w`. */
export function parseAge(option: string, value: string): Result<number> {
  const [, count = '', unit = ''] = /^(\d{1,6})([mhdw])$/.exec(value) ?? [];
  const length = units[unit];
  return length === undefined
    ? usageError({ problem: 'choice', option, value, choices: '12h, 7d, 2w' })
    : success(Number(count) * length);
}

/**
 * When a snapshot was taken, else when the oldest of what it took over from an earlier one was read.
 * Files that were imported have no age of their own.
 */
export function oldestReading({ takenAt, sources }: Pick<Snapshot, 'takenAt' | 'sources'>): string {
  return sources
    .flatMap(({ state, origin, at }) =>
      (state === 'ok' || state === 'partial') && origin !== 'import' && at !== null ? [at] : [],
    )
    .reduce((oldest, at) => (Date.parse(at) < Date.parse(oldest) ? at : oldest), takenAt);
}

/** A clock may be a little behind that of the machine that wrote a snapshot. */
const clockSkew = 5 * 60_000;

export type Freshness = 'fresh' | 'too-old' | 'from-the-future';

/** A time that can't be read proves nothing, so it is too old. */
export function freshness(takenAt: string, at: Date, age: number): Freshness {
  const elapsed = at.getTime() - Date.parse(takenAt);
  if (elapsed < -clockSkew) return 'from-the-future';
  return elapsed <= age ? 'fresh' : 'too-old';
}
