import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { App } from '../../renderer/app/App.tsx';
import { createAppRouter } from '../../renderer/app/router.ts';
import { createQueryClient } from '../../renderer/app/queryClient.ts';
import { createService } from '../../electron/service/service.ts';
import { hostState } from '../../renderer/app/hostState.ts';
import type { AppRouter } from '../../renderer/app/router.ts';
import type { Companion, EventName } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';
import type { UserEvent } from '@testing-library/user-event';

export interface OpenPage {
  readonly user: UserEvent;
  readonly router: AppRouter;
  readonly companion: Companion;
  /** Channels that were called, in order. */
  readonly calls: readonly string[];
  /** Lets the host end, or answer again. */
  readonly setHost: (state: 'answering' | 'gone') => void;
  /** Says something as the service would. */
  readonly emit: (event: EventName, payload: unknown) => void;
}

/**
 * The app at a path, on the real service in this process: what crosses is copied, as between
 * processes.
 */
export function openPage(path: string): OpenPage {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'companion-page-'));
  const service = createService({
    clock: () => new Date(),
    dataDirectory,
    host: 'web',
    version: '0.0.0-test',
    audit: () => {},
    reportBug: (error) => {
      throw error;
    },
  });
  let gone = false;
  const calls: string[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const emit = (event: EventName, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(structuredClone(payload));
  };
  service.subscribe(emit);
  const companion = {
    async call(channel: string, input: unknown): Promise<Result<unknown>> {
      calls.push(channel);
      if (gone) throw new Error('nobody answers');
      return structuredClone(await service.router.handle(channel, structuredClone(input)));
    },
    on(event: string, listener: (payload: unknown) => void) {
      const others = listeners.get(event) ?? new Set();
      listeners.set(event, others.add(listener));
      return () => others.delete(listener);
    },
  } as Companion;
  Object.assign(globalThis, { companion });
  hostState.set(() => 'answering');
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  const user = userEvent.setup({ applyAccept: false });
  render(<App router={router} queryClient={createQueryClient()} />);
  onTestFinished(async () => {
    await service.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  return {
    user,
    router,
    companion,
    calls,
    setHost: (state) => void (gone = state === 'gone'),
    emit,
  };
}
