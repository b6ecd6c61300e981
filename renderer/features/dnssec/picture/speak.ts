import { useIntl } from 'react-intl';
import { useMemo } from 'react';
import { useWords } from '../../../ui/words.tsx';
import type { Phrase } from './story.ts';
import type { Words } from '../../../ui/words.tsx';

/** Says phrases in the person's language. */
export interface Speaker {
  readonly t: Words;
  readonly speak: (phrase: Phrase) => string;
}

export function createSpeaker(t: Words, formatDay: (date: Date) => string): Speaker {
  return {
    t,
    speak({ id, values = {} }) {
      const spoken = Object.entries(values).map(([name, value]) => {
        if (value instanceof Date) return [name, formatDay(value)] as const;
        return [name, name === 'zone' && value === '.' ? t('dnssec.rootZone') : value] as const;
      });
      return t(id, Object.fromEntries(spoken));
    },
  };
}

export function useSpeaker(): Speaker {
  const t = useWords();
  const { formatDate } = useIntl();
  return useMemo(
    () => createSpeaker(t, (date) => formatDate(date, { dateStyle: 'medium' })),
    [t, formatDate],
  );
}

/** A zone's name as a heading: the root has none of its own. */
export function zoneName(t: Words, zone: string): string {
  return zone === '.' ? `. (${t('dnssec.rootZone')})` : zone;
}
