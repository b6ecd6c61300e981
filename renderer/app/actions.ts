import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { themePreferences } from '../../shared/contract/app.ts';
import { useChangeSettings } from './settings.ts';
import { usePages } from './usePages.ts';
import { usePanel } from './panel.ts';
import type { WordId } from '../../shared/words/en.ts';

/** Something that the command palette can do. */
export interface Action {
  readonly id: string;
  readonly group: WordId;
  readonly title: WordId;
  readonly run: () => void;
}

/** Everything that the command palette lists: pages first, then what can be done anywhere. */
export function useActions(): readonly Action[] {
  const router = useRouter();
  const pages = usePages();
  const { setPanel } = usePanel();
  const { mutate: changeSettings } = useChangeSettings();
  return useMemo(
    () => [
      ...pages.map((page) => ({
        id: page.path,
        group: 'app.palette.pages' as const,
        title: page.title,
        run: () => void router.navigate({ to: page.path }),
      })),
      ...themePreferences.map((theme) => ({
        id: `theme-${theme}`,
        group: 'app.palette.theme' as const,
        title: `app.theme.${theme}` as const,
        run: () => changeSettings({ theme }),
      })),
      {
        id: 'jobs',
        group: 'app.palette.actions',
        title: 'app.jobs.title',
        run: () => setPanel('jobs'),
      },
    ],
    [pages, router, changeSettings, setPanel],
  );
}
