import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../electron/service/service.ts';
import { defaultCheckOptions } from '../../shared/dane/run.ts';
import type { CheckOptions } from '../../shared/dane/run.ts';
import type { Input, Output, ChannelName } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';

export const labOptions: CheckOptions = { ...defaultCheckOptions, place: 'lab' };

export interface LabService {
  readonly items: unknown[];
  call<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>;
  /** The value, or a thrown error that names the code. */
  ask<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  close(): Promise<void>;
}

/** The real service; checks with `labOptions` go to the practice lab inside it. */
export function openLabService(
  dataDirectory: string = mkdtempSync(join(tmpdir(), 'companion-lab-')),
  keepsData = false,
): LabService {
  const items: unknown[] = [];
  const service = createService({
    clock: () => new Date(),
    dataDirectory,
    host: 'cli',
    version: '0.0.0-test',
    audit: () => {},
    reportBug(error) {
      throw error;
    },
  });
  service.subscribe((event, payload) => {
    if (event === 'job.item') items.push((payload as { readonly item: unknown }).item);
  });
  const call = async <Name extends ChannelName>(name: Name, input: Input<Name>) =>
    (await service.router.handle(name, input)) as Result<Output<Name>>;
  return {
    items,
    call,
    async ask(name, input) {
      const result = await call(name, input);
      if (result.ok) return result.value;
      throw new Error(`${name}: ${result.error.code}`);
    },
    async close() {
      await service.close();
      if (!keepsData) rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
