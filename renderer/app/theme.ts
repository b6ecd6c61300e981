import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { assertNever } from '../../shared/assertNever.ts';
import type { Theme } from '@fluentui/react-components';
import type { ThemePreference } from '../../shared/contract/app.ts';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast': teamsHighContrastTheme,
};

export function fluentTheme(name: ThemeName): Theme {
  return themes[name];
}

/** The theme to show: what the person chose, or what the system asks for. */
export function useThemeName(preference: ThemePreference): ThemeName {
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const forced = useMediaQuery('(forced-colors: active)');
  switch (preference) {
    case 'light':
    case 'dark':
    case 'high-contrast':
      return preference;
    case 'system':
      if (forced) return 'high-contrast';
      return dark ? 'dark' : 'light';
    default:
      return assertNever(preference, 'theme preference');
  }
}

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
