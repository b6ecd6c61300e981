import { describe, expect, it } from 'vitest';
import { serialDistance, serialToDate } from '../../../../electron/service/dnssec/serialTime.ts';
import { signatureTimeProblem } from '../../../../electron/service/dnssec/signatureTime.ts';
import type { Rrsig } from '../../../../electron/service/dns/rdata/parse.ts';

describe('serial numbers of seconds (RFC 1982)', () => {
  it.each([
    [0, 0, 0],
    [1, 2, 1],
    [2, 1, -1],
    [0xffffffff, 0, 1],
    [0, 0xffffffff, -1],
    [0, 0x7fffffff, 0x7fffffff],
    [0, 0x80000000, -0x80000000],
  ])('from %i to %i it is %i', (from, to, distance) => {
    expect(serialDistance(from, to)).toBe(distance);
  });

  it('stand for the date that is nearest to now', () => {
    const now = new Date('2026-11-23T00:00:00Z');
    expect(serialToDate(1_795_000_000, now).toISOString()).toBe('2026-11-18T11:06:40.000Z');
    // Past 2106 the numbers begin again.
    const later = new Date('2110-01-01T00:00:00Z');
    expect(serialToDate(0, later).toISOString()).toBe('2106-02-07T06:28:16.000Z');
  });
});

function signature(inception: number, expiration: number): Rrsig {
  return {
    typeCovered: 1,
    algorithm: 15,
    labels: 1,
    originalTtl: 1,
    expiration: expiration % 2 ** 32,
    inception: inception % 2 ** 32,
    keyTag: 1,
    signer: [],
    signature: new Uint8Array(),
  };
}

function at(seconds: number): Date {
  return new Date(seconds * 1000);
}

describe('the time of a signature', () => {
  const strict = { secondsMin: 0, secondsMax: 0 };
  const unbound = { secondsMin: 3600, secondsMax: 86_400 };

  it.each([
    [1000, null],
    [2000, null],
    [999, 'signature-not-yet-valid'],
    [2001, 'signature-expired'],
  ])('from 1000 to 2000, at %i: %s', (now, problem) => {
    expect(signatureTimeProblem(signature(1000, 2000), at(now), strict)).toBe(problem);
  });

  it('goes over the end of the numbers in 2106', () => {
    const end = 2 ** 32;
    const rrsig = signature(end - 100, end + 100);
    for (const now of [end - 100, end, end + 100]) {
      expect(signatureTimeProblem(rrsig, at(now), strict)).toBeNull();
    }
    expect(signatureTimeProblem(rrsig, at(end + 101), strict)).toBe('signature-expired');
    expect(signatureTimeProblem(rrsig, at(end - 101), strict)).toBe('signature-not-yet-valid');
  });

  it('that ends before it begins is never valid', () => {
    expect(signatureTimeProblem(signature(2000, 1000), at(1500), strict)).toBe('signature-expired');
  });

  it('is stretched on both sides by a tenth, within bounds', () => {
    const month = 30 * 86_400;
    const rrsig = signature(month, 2 * month);
    expect(signatureTimeProblem(rrsig, at(2 * month + 86_400), unbound)).toBeNull();
    expect(signatureTimeProblem(rrsig, at(2 * month + 86_401), unbound)).toBe('signature-expired');
    expect(signatureTimeProblem(rrsig, at(month - 86_400), unbound)).toBeNull();
    const brief = signature(10_000, 10_060);
    expect(signatureTimeProblem(brief, at(13_660), unbound)).toBeNull();
    expect(signatureTimeProblem(brief, at(13_661), unbound)).toBe('signature-expired');
  });
});
