import type { ProbeFailureCode } from './types.ts';

/**
 * Thrown where a conversation can't go on and caught where the probe began it: each of thirty reads
 * and writes would otherwise need a branch of its own. It does not leave this folder.
 */
export class Interruption extends Error {
  readonly code: ProbeFailureCode;

  constructor(code: ProbeFailureCode, detail = '') {
    super(detail);
    this.code = code;
  }
}
