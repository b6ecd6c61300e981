/** `16.0.14326.20384` as numbers. */
export function buildNumbers(build: string): readonly number[] {
  return build.split('.').map(Number);
}

export function isBelow(build: string, floor: string): boolean {
  const right = buildNumbers(floor);
  for (const [index, part] of buildNumbers(build).entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
