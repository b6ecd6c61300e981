import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PageInfo } from './pageInfo.ts';

export interface ListedPage extends PageInfo {
  readonly path: string;
}

/** The pages that the navigation and the command palette list, in the order of `pages.ts`. */
export function usePages(): readonly ListedPage[] {
  const router = useRouter();
  return useMemo(
    () =>
      Object.values(router.routesById).flatMap((route) => {
        const page = route.options.staticData?.page;
        return page === undefined ? [] : [{ ...page, path: route.fullPath }];
      }),
    [router],
  );
}
