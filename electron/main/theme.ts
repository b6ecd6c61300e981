import type { ThemePreference } from '../../shared/contract/app.ts';
import { assertNever } from '../../shared/assertNever.ts';

/** What the window's frame, its menus and `prefers-color-scheme` follow. */
export function themeSource(theme: ThemePreference): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'system':
    case 'light':
    case 'dark':
      return theme;
    // Fluent's high-contrast theme is white and yellow on black.
    case 'high-contrast':
      return 'dark';
    default:
      return assertNever(theme, 'theme');
  }
}

/** Fluent's `colorNeutralBackground1`: what the window shows until the page has painted. */
export function backgroundColor(dark: boolean): string {
  return dark ? '#292929' : '#ffffff';
}
