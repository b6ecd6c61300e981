import type { EventName, EventPayload } from '../../shared/contract/index.ts';
import type { JobSummary } from '../../shared/contract/jobs.ts';

export type Emit = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void;

/** What a running job may use to speak and to learn that nobody waits any more. */
export interface JobContext {
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
  item(item: unknown): void;
}

interface RunningJob {
  readonly summary: Omit<JobSummary, 'progress'>;
  readonly controller: AbortController;
  progress: JobSummary['progress'];
}

/** Long work: one id, progress, cancellation. Holds nothing of a job that has ended. */
export interface Jobs {
  run<T>(jobId: string, channel: string, work: (context: JobContext) => Promise<T>): Promise<T>;
  list(): JobSummary[];
  cancel(jobId: string): boolean;
  isRunning(jobId: string): boolean;
  cancelAll(): void;
}

export function createJobs(clock: () => Date, emit: Emit): Jobs {
  const running = new Map<string, RunningJob>();
  return {
    async run(jobId, channel, work) {
      const job: RunningJob = {
        summary: { jobId, channel, startedAt: clock().toISOString() },
        controller: new AbortController(),
        progress: null,
      };
      running.set(jobId, job);
      emit('jobs.changed', {});
      try {
        return await work({
          signal: job.controller.signal,
          progress(done, total) {
            job.progress = { done, total };
            emit('job.progress', { jobId, progress: job.progress });
          },
          item: (item) => emit('job.item', { jobId, item }),
        });
      } finally {
        running.delete(jobId);
        emit('jobs.changed', {});
      }
    },
    list: () => [...running.values()].map((job) => ({ ...job.summary, progress: job.progress })),
    cancel(jobId) {
      const job = running.get(jobId);
      job?.controller.abort();
      return job !== undefined;
    },
    isRunning: (jobId) => running.has(jobId),
    cancelAll() {
      for (const job of running.values()) job.controller.abort();
    },
  };
}
