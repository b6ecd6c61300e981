import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { IntlProvider } from 'react-intl';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { FeatureStores } from '../ui/featureStore.tsx';
import { en } from '../../shared/words/en.ts';
import { fluentTheme, useThemeName } from './theme.ts';
import { pseudoLocalize } from '../../shared/words/pseudoLocalize.ts';
import { useSettings } from './settings.ts';
import type { AppRouter } from './router.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ root: { minHeight: '100vh' } });

export function App({
  router,
  queryClient,
}: {
  readonly router: AppRouter;
  readonly queryClient: QueryClient;
}): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <FeatureStores>
        <Localized>
          <RouterProvider router={router} />
        </Localized>
      </FeatureStores>
    </QueryClientProvider>
  );
}

/** Language and theme of the person's settings around the page. */
function Localized({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const { locale, theme } = useSettings();
  const themeName = useThemeName(theme);
  const messages = useMemo(() => (locale === 'qps-ploc' ? pseudoLocalize(en) : en), [locale]);
  useEffect(() => {
    document.documentElement.style.colorScheme = themeName === 'light' ? 'light' : 'dark';
  }, [themeName]);
  return (
    // Dates and numbers of the pseudo-locale are English: only our own sentences are in question.
    <IntlProvider locale="en" messages={messages}>
      <FluentProvider theme={fluentTheme(themeName)}>
        {/* Not the provider itself: what it is styled with, every menu's layer is too. */}
        <div className={styles.root}>{children}</div>
      </FluentProvider>
    </IntlProvider>
  );
}
