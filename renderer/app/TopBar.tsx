import { Button, CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { TaskListLtrRegular } from '@fluentui/react-icons/svg/task-list-ltr';
import { Keys } from '../ui/Keys.tsx';
import { Suspense, lazy } from 'react';
import { keyNames, shortcuts } from './shortcuts.ts';
import { useJobs } from './jobs.ts';
import { useTenantInUse, useTenantSync } from './tenants.ts';
import { usePanel } from './panel.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

// Only who has a tenant needs a menu of them.
const TenantMenu = lazy(() => import('./TenantMenu.tsx'));

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    marginInlineEnd: 'auto',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
  },
  menu: { '@media (min-width: 800px)': { display: 'none' } },
  action: { minWidth: 'auto' },
  // On a narrow window the icon stands alone; its words stay for a screen reader.
  words: {
    '@media (max-width: 639px)': { position: 'absolute', clipPath: 'inset(50%)' },
  },
  keys: {
    marginInlineStart: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { display: 'none' },
  },
});

export function TopBar({
  menuOpen,
  onMenu,
}: {
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { setPanel } = usePanel();
  const running = useJobs().length;
  useTenantSync();
  const tenant = useTenantInUse();
  return (
    <header className={styles.root}>
      <Button
        className={styles.menu}
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label={t('app.navigation.menu')}
        aria-expanded={menuOpen}
        aria-controls="navigation"
        onClick={onMenu}
      />
      <Link to="/" className={styles.name}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        {t('app.name')}
      </Link>
      {tenant !== null && (
        <Suspense fallback={null}>
          <TenantMenu />
        </Suspense>
      )}
      <Button
        className={styles.action}
        appearance="subtle"
        icon={<SearchRegular />}
        onClick={() => setPanel('palette')}
      >
        <span className={styles.words}>{t('app.palette.open')}</span>
        <span className={styles.keys} aria-hidden>
          <Keys names={keyNames(shortcuts.palette.keys)} />
        </span>
      </Button>
      <Button
        className={styles.action}
        appearance="subtle"
        icon={<TaskListLtrRegular />}
        onClick={() => setPanel('jobs')}
      >
        <span className={styles.words}>{t('app.jobs.open')}</span>
        {running > 0 && <CounterBadge count={running} size="small" />}
      </Button>
    </header>
  );
}
