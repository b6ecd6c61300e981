/** Signature times: 32 bits of seconds that wrap around (RFC 4034 §3.1.5, RFC 1982). */

const cycle = 0x1_0000_0000;
const halfCycle = 0x8000_0000;

/** Signed distance in seconds from `from` to `to`, both modulo 2^32: between -2^31 and 2^31 - 1. */
export function serialDistance(from: number, to: number): number {
  const distance = (((to - from) % cycle) + cycle) % cycle;
  return distance >= halfCycle ? distance - cycle : distance;
}

/** Seconds since 1970 of a date; not reduced. */
export function epochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** The date within 68 years of `now` that a signature time stands for. */
export function serialToDate(serial: number, now: Date): Date {
  const seconds = epochSeconds(now);
  return new Date((seconds + serialDistance(seconds, serial)) * 1000);
}
