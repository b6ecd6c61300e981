import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callRate, createRateLimit, isWithinLimits } from '../../../electron/service/callLimits.ts';
import { certificateFileBytesMax } from '../../../shared/limits.ts';

describe('limits on calls (SECURITY: S21)', () => {
  test('a burst passes, then what comes back each second', () => {
    let now = 0;
    const mayCall = createRateLimit(() => now, { burst: 3, perSecond: 2 });
    const passing = (count: number) => Array.from({ length: count }, () => mayCall('a'));
    expect(passing(5)).toEqual([true, true, true, false, false]);
    now = 500;
    expect(passing(2)).toEqual([true, false]);
    now = 60_000;
    expect(passing(4)).toEqual([true, true, true, false]);
    expect(mayCall('b')).toBe(true);
  });

  test('over any stretch no more than the burst and the rate pass', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 400 }), (pauses) => {
        let now = 0;
        const mayCall = createRateLimit(() => now, callRate);
        let passed = 0;
        for (const pause of pauses) {
          now += pause;
          if (mayCall('x')) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(callRate.burst + (now / 1000) * callRate.perSecond + 1);
      }),
    );
  });

  test('the largest certificate file passes, and what the contract could hold', () => {
    const content = 'A'.repeat(Math.ceil(certificateFileBytesMax / 3) * 4);
    expect(isWithinLimits({ name: 'x.pem', content, password: null })).toBe(true);
    fc.assert(fc.property(fc.jsonValue(), (value) => isWithinLimits(value)));
    expect(isWithinLimits(undefined)).toBe(true);
  });

  test('what is too large, too many, endless or no plain value does not', () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    let deep: unknown = null;
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    for (const value of [
      'x'.repeat(7 * 1024 * 1024),
      Array.from({ length: 200_000 }, () => 0),
      { ['k'.repeat(7 * 1024 * 1024)]: 1 },
      endless,
      deep,
      new Map([['a', 1]]),
      new Set([1]),
      new Uint8Array(8),
      new ArrayBuffer(8),
      new Date(0),
      { at: [new Error('x')] },
    ]) {
      expect(isWithinLimits(value)).toBe(false);
    }
  });
});
