import { useEffect } from 'react';
import { changedOptions, draftOfOptions } from '../draft.ts';
import { createDesk } from './desk.ts';
import { optionsOfSearch } from '../search.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import type { CheckSearch } from '../search.ts';

/** Fills the form in with what the page's address says; unusual options are shown, so that one sees them. */
export function useLinkedOptions(search: CheckSearch, target?: string): void {
  const desk = useFeatureStore(createDesk);
  const text = JSON.stringify(search);
  useEffect(() => {
    const options = draftOfOptions(optionsOfSearch(JSON.parse(text) as CheckSearch));
    const isUnusual = changedOptions(options) > 0;
    desk.change({
      options,
      ...(target !== undefined && { text: target }),
      ...(isUnusual && { optionsOpen: true }),
    });
  }, [desk, text, target]);
}
