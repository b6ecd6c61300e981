const units = [
  { unit: 'year', seconds: 31_556_952 },
  { unit: 'month', seconds: 2_629_746 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

export type RelativeUnit = (typeof units)[number]['unit'] | 'second';

/**
 * The distance from `now` to `then` in the largest unit that it fills twice ("18 months", not "1
 * year"). Negative: past. Truncated: what is left is never more than is said.
 */
export function relativeTime(
  then: Date,
  now: Date,
): { readonly amount: number; readonly unit: RelativeUnit } {
  const seconds = (then.getTime() - now.getTime()) / 1000;
  const { unit, seconds: length } = units.find((each) => Math.abs(seconds) >= 2 * each.seconds) ?? {
    unit: 'second' as const,
    seconds: 1,
  };
  return { amount: Math.trunc(seconds / length) || 0, unit };
}
