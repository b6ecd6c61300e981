import type { JobContext } from '../../jobs.ts';

/** Bytes between two tellings of how far it is. */
const tellEvery = 4 * 1024 * 1024;

/** Passes files on as they are and tells the job how many of all bytes have come. */
export function createCounter(
  total: number,
  job: Pick<JobContext, 'progress'>,
): (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  let done = 0;
  let told = 0;
  job.progress(0, total);
  return async function* count(chunks) {
    for await (const chunk of chunks) {
      done += chunk.length;
      if (done - told >= tellEvery || done === total) {
        told = done;
        job.progress(done, total);
      }
      yield chunk;
    }
  };
}
