import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import type { WordId } from '../../shared/words/en.ts';

export type WordValues = Readonly<Record<string, string | number | Date>>;

/** A sentence of the catalogue in the person's language. */
export type Words = (id: WordId, values?: WordValues) => string;

export function useWords(): Words {
  const { formatMessage } = useIntl();
  return useCallback((id, values) => formatMessage({ id }, values), [formatMessage]);
}

const tags = {
  b: (chunks: ReactNode) => <strong>{chunks}</strong>,
  em: (chunks: ReactNode) => <em>{chunks}</em>,
  code: (chunks: ReactNode) => <code translate="no">{chunks}</code>,
};

/** A sentence with `<b>`, `<em>`, `<code>` or the caller's own tags in it. */
export function Rich({
  id,
  values,
}: {
  readonly id: WordId;
  readonly values?: Readonly<Record<string, ReactNode | ((chunks: ReactNode) => ReactNode)>>;
}): ReactNode {
  return <FormattedMessage id={id} values={{ ...tags, ...values }} />;
}
