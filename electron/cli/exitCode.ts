import type { AppError, ErrorCode } from '../../shared/errors.ts';

/**
 * 0 good; 1 a bad finding; 2 usage or unusable input; 3 not determined for lack of network or answer;
 * 4 sign-in; 5 internal. 130: ended by Ctrl+C, as shells expect it.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130;

const precedence: readonly ExitCode[] = [130, 5, 2, 4, 1, 3, 0];

/** Of several items, the first of 5, 2, 4, 1, 3, 0 that occurred; 0 of none. */
export function worstExitCode(codes: Iterable<ExitCode>): ExitCode {
  const occurred = new Set(codes);
  return precedence.find((code) => occurred.has(code)) ?? 0;
}

/** Failures that are not the input's fault. What is not here is 2: unusable input. */
const exitCodes: Partial<Record<ErrorCode, ExitCode>> = {
  internal: 5,
  'storage-unavailable': 5,
  cancelled: 130,
  'resolver-unreachable': 3,
  'signature-not-checkable': 3,
};

export function exitCodeOf(error: AppError): ExitCode {
  return exitCodes[error.code] ?? 2;
}
