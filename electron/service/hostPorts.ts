import { join } from 'node:path';
import { appVersion } from './version.ts';
import { createLineLog } from './lineLog.ts';
import { redact } from './redact.ts';
import type { Ports } from './ports.ts';

/** The real ports of a host: the clock that it was given or the machine's, logs in the data directory. */
export function createHostPorts(
  host: Ports['host'],
  dataDirectory: string,
  clock: () => Date = () => new Date(),
): Ports {
  const log = createLineLog(join(dataDirectory, 'log.ndjson'));
  return {
    clock,
    dataDirectory,
    host,
    version: appVersion,
    audit: createLineLog(join(dataDirectory, 'audit.ndjson')),
    reportBug(error, where) {
      // Redacted at the sink, so that no caller can forget it.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log({ at: clock().toISOString(), host, where: redact(where), problem: redact(text) });
    },
  };
}
