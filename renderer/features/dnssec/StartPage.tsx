import { makeStyles, tokens } from '@fluentui/react-components';
import { ChainForm } from './form/ChainForm.tsx';
import { ChainLink } from './ChainLink.tsx';
import { LabNotice } from './LabNotice.tsx';
import { Page } from '../../app/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { dnssecRoute } from './dnssecRoutes.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: '72ch' },
  list: { margin: 0, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase500 },
});

/** Of the practice lab, each with another outcome. */
const examples = [
  { word: 'secure', name: 'good.test', type: 'MX' },
  { word: 'absence', name: 'nowhere.good.test', type: 'A' },
  { word: 'insecure', name: 'insecure.test', type: 'MX' },
  { word: 'bogus', name: 'bogus.test', type: 'MX' },
] as const;

/** Where a question begins: the form, and examples for who has no name at hand. */
export function StartPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { place = 'internet' } = dnssecRoute.useSearch();
  return (
    <Page title={t('dnssecPage.title')} lead={t('dnssecPage.lead')}>
      <div className={styles.page}>
        {place === 'lab' && <LabNotice />}
        <ChainForm place={place} running={false} error={null} />
        <Section title={t('dnssecPage.examples')}>
          <p className={styles.text}>{t('dnssecPage.examples.text')}</p>
          <ul className={styles.list}>
            {examples.map(({ word, name, type }) => (
              <li key={word}>
                <ChainLink name={name} type={type} place="lab">
                  {t(`dnssecPage.example.${word}`)}
                </ChainLink>{' '}
                <span translate="no">
                  ({name} {type})
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}
