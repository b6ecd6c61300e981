import { Link } from '@tanstack/react-router';
import { makeStyles, tokens } from '@fluentui/react-components';
import { OpenDemo } from '../tenant/OpenDemo.tsx';
import { Page } from '../../app/Page.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { doors } from './doors.ts';
import { useWords } from '../../ui/words.tsx';
import type { Door } from './doors.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: tokens.spacingHorizontalL,
    maxWidth: '1200px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  door: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    maxWidth: '640px',
  },
  icon: { gridRow: 'span 3', fontSize: '32px', color: tokens.colorBrandForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}` },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  action: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** The first page: ways into the app, and what to expect of it. */
export function StartPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Page title={t('start.heading')} lead={t('start.lead')}>
      <ul className={styles.doors}>
        {doors.map((door) => (
          <li key={door.title}>
            <DoorCard door={door} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function DoorCard({ door }: { readonly door: Door }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const Icon = door.icon;
  return (
    <article className={styles.door}>
      <Icon className={styles.icon} />
      <h2 className={styles.title}>{t(door.title)}</h2>
      <p className={styles.text}>{t(door.text)}</p>
      <div className={styles.ways}>
        {door.action === null ? (
          <OpenDemo then="/overview" primary />
        ) : (
          <Link to={door.action.to} className={styles.action}>
            {t(door.action.title)}
          </Link>
        )}
        {door.also.map(({ to, title }) => (
          <TextLink key={to} to={to}>
            {t(title)}
          </TextLink>
        ))}
      </div>
    </article>
  );
}
