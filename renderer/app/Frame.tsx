import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Announcer } from '../ui/Announcer.tsx';
import { HostGoneBanner } from './HostGoneBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { NavigatedContext } from './navigated.ts';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';
import { useCompanionEvent } from './useCompanionEvent.ts';
import { useNoStrayDrops } from './useNoStrayDrops.ts';
import { useSettingsSync } from './settings.ts';
import { useShortcut } from './shortcuts.ts';
import { useTenantSync } from './tenants.ts';
import type { ReactNode } from 'react';
import { PanelContext, usePanelState } from './panel.ts';

const CommandPalette = lazy(() => import('./CommandPalette.tsx'));
const JobsDrawer = lazy(() => import('./JobsDrawer.tsx'));

const wide = '@media (min-width: 800px)';

const useStyles = makeStyles({
  body: {
    [wide]: { display: 'grid', gridTemplateColumns: '232px minmax(0, 1fr)' },
  },
  main: {
    boxSizing: 'border-box',
    width: '100%',
    overflowWrap: 'anywhere',
    maxWidth: '1360px',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
    outlineStyle: 'none',
    [wide]: { paddingInline: tokens.spacingHorizontalXXXL },
  },
});

/** What stands around every page. */
export function Frame(): ReactNode {
  const styles = useStyles();
  const router = useRouter();
  const panelState = usePanelState();
  const { panel, setPanel } = panelState;
  const [menuOpen, setMenuOpen] = useState(false);
  const navigated = useNavigated(useCallback(() => setMenuOpen(false), []));

  useSettingsSync();
  useTenantSync();
  useNoStrayDrops();
  useCompanionEvent('app.navigate', ({ route }) => router.history.push(route));
  useShortcut('palette', () => setPanel('palette'));
  useShortcut('jobs', () => setPanel(panel === 'jobs' ? null : 'jobs'));
  useShortcut('settings', () => void router.navigate({ to: '/settings' }));

  return (
    <NavigatedContext value={navigated}>
      <PanelContext value={panelState}>
        <Announcer>
          <SkipLink />
          <TopBar menuOpen={menuOpen} onMenu={() => setMenuOpen((open) => !open)} />
          <HostGoneBanner />
          <div className={styles.body}>
            <Navigation open={menuOpen} />
            <main id="main" tabIndex={-1} className={styles.main}>
              <Outlet />
            </main>
          </div>
          <Suspense>
            {panel === 'palette' && <CommandPalette onClose={() => setPanel(null)} />}
            {panel === 'jobs' && <JobsDrawer onClose={() => setPanel(null)} />}
          </Suspense>
        </Announcer>
      </PanelContext>
    </NavigatedContext>
  );
}

/** Turns true with the first change of page, and calls `onNavigate` at each. */
function useNavigated(onNavigate: () => void): { readonly current: boolean } {
  const router = useRouter();
  const navigated = useRef(false);
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        navigated.current = true;
        onNavigate();
      }),
    [router, onNavigate],
  );
  return navigated;
}
