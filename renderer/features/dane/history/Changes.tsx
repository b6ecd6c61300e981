import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { changeSentence } from '../../../../shared/dane/changeWords.ts';
import { changesQuery } from './queries.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingInlineStart: '20px',
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
});

/** What is different from the check before, in words. */
export function Changes({ id }: { readonly id: number }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { formatDate } = useIntl();
  const { data } = useQuery(changesQuery(id));
  if (data === undefined) return null;
  if (data.since === null) return <p className={styles.text}>{t('history.changes.first')}</p>;
  const when = formatDate(data.since, { dateStyle: 'medium', timeStyle: 'short' });
  if (data.changes.length === 0) {
    return <p className={styles.text}>{t('history.changes.none', { when })}</p>;
  }
  return (
    <>
      <p className={styles.text}>{t('history.changes.since', { when })}</p>
      <ul className={styles.list}>
        {data.changes.map((change, index) => (
          // Changes between two kept checks never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{changeSentence(change, t)}</li>
        ))}
      </ul>
    </>
  );
}
