import { describe, expect, it } from 'vitest';
import { exitCodeOf, worstExitCode } from '../../../electron/cli/exitCode.ts';
import type { ExitCode } from '../../../electron/cli/exitCode.ts';

describe('worstExitCode', () => {
  it('is the first of 5, 2, 4, 1, 3, 0 that occurred', () => {
    const order: readonly ExitCode[] = [5, 2, 4, 1, 3, 0];
    for (const [index, code] of order.entries()) {
      expect(worstExitCode(order.slice(index).toReversed())).toBe(code);
    }
    expect(worstExitCode([])).toBe(0);
  });
});

describe('exitCodeOf', () => {
  it('blames the input unless something else is to blame', () => {
    expect(exitCodeOf({ code: 'host-invalid', params: {} })).toBe(2);
    expect(exitCodeOf({ code: 'internal', params: {} })).toBe(5);
    expect(exitCodeOf({ code: 'resolver-unreachable', params: {} })).toBe(3);
  });
});
