import { queryOptions } from '@tanstack/react-query';
import { checksPerSubjectMax } from '../../../../shared/limits.ts';
import { ask } from '../../../app/call.ts';
import type { CheckPlace } from '../../../../shared/dane/run.ts';

/** Everything that changes when a check is kept or forgotten begins with this. */
export const historyKey = ['dane.history'] as const;

export const subjectsPerPage = 50;

export function changesQuery(id: number) {
  return queryOptions({
    queryKey: [...historyKey, 'changes', id],
    queryFn: () => ask('dane.history.changes', { id }),
  });
}

export function keptQuery(id: number) {
  return queryOptions({
    queryKey: [...historyKey, 'kept', id],
    queryFn: () => ask('dane.history.get', { id }),
    // What is kept never changes.
    staleTime: Infinity,
  });
}

export function ofSubjectQuery(place: CheckPlace, subject: string, limit = checksPerSubjectMax) {
  return queryOptions({
    queryKey: [...historyKey, 'ofSubject', place, subject, limit],
    queryFn: () => ask('dane.history.ofSubject', { place, subject, limit }),
  });
}

export function subjectsQuery(place: CheckPlace, filter: string, page: number) {
  return queryOptions({
    queryKey: [...historyKey, 'list', place, filter, page],
    queryFn: () =>
      ask('dane.history.list', {
        place,
        filter,
        limit: subjectsPerPage,
        offset: page * subjectsPerPage,
      }),
  });
}

/** The newest check of a subject, whole; `null`: there is none. */
export function newestQuery(place: CheckPlace, subject: string) {
  return queryOptions({
    queryKey: [...historyKey, 'newest', place, subject],
    async queryFn() {
      const { checks } = await ask('dane.history.ofSubject', { place, subject, limit: 1 });
      const [newest] = checks;
      return newest === undefined ? null : await ask('dane.history.get', { id: newest.id });
    },
  });
}
