import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/call.ts';

export const labQuery = queryOptions({
  queryKey: ['demo.state'],
  queryFn: () => ask('demo.state', {}),
  // A check in the lab starts it as well.
  staleTime: 0,
});
