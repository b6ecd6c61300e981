import { describeSource } from '../../shared/tenant/sources.ts';
import type { ExitCode } from './exitCode.ts';
import type { Snapshot, SourceEntry, SourceReason } from '../../shared/tenant/snapshot.ts';
import type { Words } from './words.ts';

/** How one source went, on one line. */
export function sourceLine(
  { call, state, reason, records, detail, missing }: SourceEntry,
  words: Words,
): string {
  const why = reason === null ? '' : words(`tenant.reason.${reason}`);
  const line = words(`tenant.cli.state.${state}`, { call, records, why });
  const names =
    missing.length > 0 ? [words('tenant.cli.missing', { names: missing.join(', ') })] : [];
  return [line, ...names, ...(detail === null ? [] : [detail])].join('\n    ');
}

/** Another time the answer may come. */
const passing: ReadonlySet<SourceReason | null> = new Set<SourceReason>([
  'throttled',
  'timeout',
  'unreachable',
  'server-error',
  'cut-off',
  'unexpected-answer',
]);

/**
 * 4 when the sign-in was lost on the way: what is there is not all that the account may read. Else 0 when
 * something of Microsoft's could be read; each source says for itself what could not. Else 3 when no
 * answer came.
 */
export function snapshotExit({ sources }: Snapshot): ExitCode {
  const asked = sources.filter(({ id }) => ['graph', 'exchange'].includes(describeSource(id).api));
  if (asked.some(({ reason }) => reason === 'sign-in-required')) return 4;
  if (asked.some(({ state }) => state === 'ok' || state === 'partial')) return 0;
  if (asked.some(({ reason }) => reason === 'token-refused')) return 4;
  return asked.some(({ reason }) => passing.has(reason)) ? 3 : 4;
}
