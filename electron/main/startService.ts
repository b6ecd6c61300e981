import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { createLineLog } from '../service/lineLog.ts';
import type { Ports } from '../service/ports.ts';
import { createService } from '../service/service.ts';
import type { Service } from '../service/service.ts';
import { createSecretBox } from './security/secretBox.ts';

export interface RunningService {
  readonly service: Service;
  readonly reportBug: Ports['reportBug'];
}

/**
 * The service with the real world behind it.
 *
 * @throws where the data directory can't be had.
 */
export function startService(dataDirectory: string): RunningService {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const bugs = createLineLog(join(dataDirectory, 'bugs.log'));
  const reportBug: Ports['reportBug'] = (error, where) => {
    bugs({
      at: new Date().toISOString(),
      where,
      error: error instanceof Error ? String(error.stack) : String(error),
    });
  };
  const service = createService({
    clock: () => new Date(),
    dataDirectory,
    host: 'electron',
    version: app.getVersion(),
    audit: createLineLog(join(dataDirectory, 'audit.log')),
    reportBug,
    secrets: createSecretBox(safeStorage, process.platform),
  });
  return { service, reportBug };
}
