import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './call.ts';
import { useCompanionEvent } from './useCompanionEvent.ts';
import type { JobSummary } from '../../shared/contract/jobs.ts';

const jobsQuery = queryOptions({
  queryKey: ['jobs.list'],
  queryFn: () => ask('jobs.list', {}),
  staleTime: Infinity,
});

const none: readonly JobSummary[] = [];

/** The jobs that run now, with their progress as it comes. */
export function useJobs(): readonly JobSummary[] {
  const client = useQueryClient();
  const { data } = useQuery(jobsQuery);
  useCompanionEvent('jobs.changed', () => void client.invalidateQueries(jobsQuery));
  useCompanionEvent('job.progress', ({ jobId, progress }) => {
    client.setQueryData(jobsQuery.queryKey, (jobs) =>
      jobs?.map((job) => (job.jobId === jobId ? { ...job, progress } : job)),
    );
  });
  return data ?? none;
}
