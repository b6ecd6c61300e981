import { createIntl } from '@formatjs/intl';
import { en } from '../../shared/words/en.ts';
import type { Words } from '../../shared/words/words.ts';

/** Sentences of the one catalogue, as plain text. */
export function createWords(): Words {
  // A sentence that can't be formatted shows as it stands in the catalogue; a test keeps that empty.
  const intl = createIntl({ locale: 'en', messages: en, onError() {} });
  return (id, values = {}) => intl.formatMessage({ id }, { ...values });
}
