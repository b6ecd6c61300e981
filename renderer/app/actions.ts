import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { checklistIds } from '../../shared/readiness/checklists/checklistIds.ts';
import { ruleIds } from '../../shared/readiness/ruleIds.ts';
import { themePreferences } from '../../shared/contract/app.ts';
import { titleOfRule } from '../../shared/readiness/describe.ts';
import { useChangeSettings } from './settings.ts';
import { usePages } from './usePages.ts';
import { usePanel } from './panel.ts';
import { useWords } from '../ui/words.tsx';
import type { WordId } from '../../shared/words/en.ts';

/** Something that the command palette can do. */
export interface Action {
  readonly id: string;
  readonly group: WordId;
  readonly title: string;
  readonly run: () => void;
}

/** Everything that the command palette lists: pages first, then what can be done anywhere. */
export function useActions(): readonly Action[] {
  const router = useRouter();
  const t = useWords();
  const pages = usePages();
  const { setPanel } = usePanel();
  const { mutate: changeSettings } = useChangeSettings();
  return useMemo(
    () => [
      ...pages.map((page) => ({
        id: page.path,
        group: 'app.palette.pages' as const,
        title: t(page.title),
        run: () => void router.navigate({ to: page.path }),
      })),
      ...checklistIds.map((checklist) => ({
        id: `checklist-${checklist}`,
        group: 'app.palette.checklists' as const,
        title: t(`checklist.${checklist}.title`),
        run: () => void router.navigate({ to: '/checklists/$checklist', params: { checklist } }),
      })),
      ...ruleIds.map((rule) => ({
        id: `rule-${rule}`,
        group: 'app.palette.rules' as const,
        title: titleOfRule(rule, t),
        run: () => void router.navigate({ to: '/readiness/$rule', params: { rule } }),
      })),
      ...themePreferences.map((theme) => ({
        id: `theme-${theme}`,
        group: 'app.palette.theme' as const,
        title: t(`app.theme.${theme}`),
        run: () => changeSettings({ theme }),
      })),
      {
        id: 'jobs',
        group: 'app.palette.actions',
        title: t('app.jobs.title'),
        run: () => setPanel('jobs'),
      },
    ],
    [t, pages, router, changeSettings, setPanel],
  );
}
