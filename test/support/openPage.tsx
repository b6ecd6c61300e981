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
import { channels } from '../../shared/contract/index.ts';
import { hostState } from '../../renderer/app/hostState.ts';
import type { AppRouter } from '../../renderer/app/router.ts';
import type {
  ChannelName,
  Companion,
  EventName,
  Output,
  ParsedInput,
} from '../../shared/contract/index.ts';
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

/** Channels that are answered here instead of by the service; held to the contract as it is. */
export type Answers = {
  readonly [Name in ChannelName]?: (
    input: ParsedInput<Name>,
  ) => Result<Output<Name>> | Promise<Result<Output<Name>>>;
};

/**
 * The app at a path, on the real service in this process: what crosses is copied, as between
 * processes.
 */
export function openPage(path: string, answers: Answers = {}): OpenPage {
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
      const own = await answerHere(answers, channel, input);
      return structuredClone(own ?? (await service.router.handle(channel, structuredClone(input))));
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

async function answerHere(
  answers: Answers,
  channel: string,
  input: unknown,
): Promise<Result<unknown> | null> {
  const name = channel as ChannelName;
  const answer = answers[name] as ((input: unknown) => Promise<Result<unknown>>) | undefined;
  if (answer === undefined) return null;
  const result = await answer(channels[name].input.parse(structuredClone(input)));
  return result.ok ? { ok: true, value: channels[name].output.parse(result.value) } : result;
}
