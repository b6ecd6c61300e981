import { companion } from './companion.ts';
import { hostState } from './hostState.ts';
import { failure } from '../../shared/errors.ts';
import type { AppError, Result } from '../../shared/errors.ts';
import type { ChannelName, Channels, Input, Output } from '../../shared/contract/index.ts';
import type { z } from 'zod';

/** Carries an expected failure through TanStack Query, which knows failures only as throws. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/**
 * Calls a channel. The contract's answers are `Result`s, so a rejection means that nobody answers:
 * the host has ended. The frame then says so until a call comes through again.
 */
export async function call<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  try {
    const result = await companion().call(channel, input);
    const lost = !result.ok && result.error.code === 'session-lost';
    hostState.set(() => (lost ? 'session-lost' : 'answering'));
    return result;
  } catch {
    hostState.set(() => 'gone');
    return failure('internal');
  }
}

/** `call` for TanStack Query: the value, or a thrown `CallFailed`. */
export async function ask<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await call(channel, input);
  if (result.ok) return result.value;
  throw new CallFailed(result.error);
}

export type JobChannelName = {
  [Name in ChannelName]: Channels[Name]['kind'] extends 'job' ? Name : never;
}[ChannelName];

export interface JobProgress {
  readonly done: number;
  /** `null` while the whole is not known. */
  readonly total: number | null;
}

export interface RunningJob<Name extends JobChannelName> {
  readonly result: Promise<Result<Output<Name>>>;
  readonly cancel: () => void;
}

/** One partial result of a job. */
export type JobItem<Name extends JobChannelName> = z.output<Channels[Name]['item']>;

/** Events and answers may come by different roads: an item may arrive after its job's result. */
const stragglersMilliseconds = 3000;

/** Starts a job under an id of its own and listens to its progress and items until it ends. */
export function startJob<Name extends JobChannelName>(
  channel: Name,
  input: Omit<Input<Name>, 'jobId'>,
  onProgress: (progress: JobProgress) => void,
  onItem?: (item: JobItem<Name>) => void,
): RunningJob<Name> {
  const jobId = crypto.randomUUID();
  const stops = [
    companion().on('job.progress', (event) => {
      if (event.jobId === jobId) onProgress(event.progress);
    }),
    companion().on('job.item', (event) => {
      // The router has held it to the channel's schema.
      if (event.jobId === jobId) onItem?.(event.item as JobItem<Name>);
    }),
  ];
  const unsubscribe = (): void => {
    for (const stop of stops) stop();
  };
  return {
    result: call(channel, { ...input, jobId } as Input<Name>).finally(() =>
      setTimeout(unsubscribe, stragglersMilliseconds),
    ),
    cancel: () => void call('jobs.cancel', { jobId }),
  };
}
