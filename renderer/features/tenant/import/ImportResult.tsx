import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { sourceName } from '../sourceWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: 0 },
});

/** What each file was, and what of it could not be read. */
export function ImportResult({
  value: { tenant, files, snapshot },
  onMore,
}: {
  readonly value: Output<'tenant.import'>;
  readonly onMore: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('importPage.done')}>
      <div className={styles.root}>
        <p className={styles.text}>
          {t('tenantPages.title')}: <strong translate="no">{tenant.name}</strong>
        </p>
        {snapshot === null && <p className={styles.text}>{t('tenantRead.notKept')}</p>}
        <ul className={styles.list} aria-label={t('importPage.done')}>
          {files.map(({ name, kinds, records, skipped }, index) => (
            // Two files may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${name} ${index}`}>
              <strong translate="no">{name}</strong>
              <div>
                {t('importPage.done.kinds')}: {kinds.map((kind) => sourceName(kind, t)).join(', ')}
              </div>
              <div className={styles.quiet}>{t('importPage.done.file', { records, skipped })}</div>
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <LinkButton to="/tenant">{t('importPage.show')}</LinkButton>
          <Button onClick={onMore}>{t('importPage.more')}</Button>
        </div>
      </div>
    </Section>
  );
}
