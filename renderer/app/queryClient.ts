import { QueryClient } from '@tanstack/react-query';

/** Calls go to this machine: they neither wait for a network nor are worth repeating by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
