import { makeStyles, tokens } from '@fluentui/react-components';
import { Keys } from '../../ui/Keys.tsx';
import { Page } from '../../app/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { keyNames, shortcuts } from '../../app/shortcuts.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { Shortcut } from '../../app/shortcuts.ts';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    ':first-child': { width: '140px' },
  },
});

/** All shortcuts, from the table that the app itself listens by. */
export function ShortcutsPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const all: readonly Shortcut[] = Object.values(shortcuts);
  return (
    <Page title={t('shortcuts.title')} lead={t('shortcuts.lead')}>
      <div className={styles.sections}>
        {(['everywhere', 'generator', 'dane'] as const).map((where) => (
          <Section key={where} title={t(`shortcuts.where.${where}`)}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={styles.cell}>
                    {t('shortcuts.keys')}
                  </th>
                  <th scope="col" className={styles.cell}>
                    {t('shortcuts.does')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all
                  .filter((shortcut) => shortcut.where === where)
                  .map(({ keys, description }) => (
                    <tr key={description}>
                      <td className={styles.cell}>
                        <Keys names={keyNames(keys)} />
                      </td>
                      <td className={styles.cell}>{t(description)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Section>
        ))}
      </div>
    </Page>
  );
}
