import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { tenantKey } from '../../../app/tenants.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';

export type TableChannel = 'tenant.mailboxes' | 'tenant.outlookUsers' | 'tenant.aliases';
export type RowOf<Channel extends TableChannel> = Output<Channel>['rows'][number];
export type Question<Channel extends TableChannel> = Omit<Input<Channel>, 'offset' | 'limit'>;

/** Rows that are fetched together. */
const pageRows = 100;
/** Whoever drags the scroll bar passes a thousand pages: those that are passed meanwhile are left out. */
const pauseMilliseconds = 100;

export interface TableWindow<Channel extends TableChannel> {
  /** The first rows, and how many there are; `null`: no answer has come yet. */
  readonly head: Output<Channel> | null;
  readonly error: AppError | null;
  readonly rowAt: (index: number) => RowOf<Channel> | undefined;
  /** To be told which rows are near the sight. */
  readonly onWindow: (first: number, end: number) => void;
}

function pageQuery<Channel extends TableChannel>(
  channel: Channel,
  question: Question<Channel>,
  page: number,
) {
  return queryOptions({
    queryKey: [...tenantKey, channel, question, page],
    queryFn: (): Promise<Output<Channel>> =>
      ask(channel, { ...question, offset: page * pageRows, limit: pageRows } as Input<Channel>),
    // What was scrolled past is let go of soon: there may be a thousand pages.
    gcTime: 30_000,
  });
}

/** The rows near the sight of a long table; others are fetched when they come near. */
export function useWindow<Channel extends TableChannel>(
  channel: Channel,
  question: Question<Channel>,
): TableWindow<Channel> {
  const [{ from, to }, setWindow] = useState({ from: 0, to: 0 });
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const head = useQuery({
    ...pageQuery(channel, question, 0),
    placeholderData: keepPreviousData,
  });
  const near = useQueries({ queries: pages.map((page) => pageQuery(channel, question, page)) });
  const sight = useRef({ first: 0, end: 0 });
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onWindow = useCallback((first: number, end: number) => {
    sight.current = { first, end };
    pause.current ??= setTimeout(() => {
      pause.current = undefined;
      setWindow((old) => {
        const next = pagesOf(sight.current);
        return old.from === next.from && old.to === next.to ? old : next;
      });
    }, pauseMilliseconds);
  }, []);
  useEffect(
    () => () => {
      clearTimeout(pause.current);
      pause.current = undefined;
    },
    [],
  );
  const failed = [head, ...near].map(({ error }) => error).find((each) => each !== null);
  return {
    head: head.data ?? null,
    error: failed instanceof CallFailed ? failed.error : null,
    rowAt(index) {
      const page = Math.floor(index / pageRows);
      const rows: readonly RowOf<Channel>[] | undefined =
        page === 0 ? head.data?.rows : near[page - from]?.data?.rows;
      return rows?.[index % pageRows];
    },
    onWindow,
  };
}

/** The pages that have these rows. */
function pagesOf({ first, end }: { readonly first: number; readonly end: number }) {
  return {
    from: Math.floor(first / pageRows),
    to: Math.floor(Math.max(first, end - 1) / pageRows),
  };
}
