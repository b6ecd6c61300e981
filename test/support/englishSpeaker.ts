import { createIntl } from '@formatjs/intl';
import { createSpeaker } from '../../renderer/features/dnssec/picture/speak.ts';
import { en } from '../../shared/words/en.ts';
import type { Speaker } from '../../renderer/features/dnssec/picture/speak.ts';

/** Says phrases in English, in UTC; a word that is missing, or a value, throws. */
export function englishSpeaker(): Speaker {
  const intl = createIntl({
    locale: 'en',
    messages: en,
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  });
  return createSpeaker(
    (id, values) => intl.formatMessage({ id }, values),
    (date) => intl.formatDate(date, { dateStyle: 'medium' }),
  );
}
