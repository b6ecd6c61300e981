import type { FluentIcon } from '@fluentui/react-icons';
import type { WordId } from '../../shared/words/en.ts';

/** Sections of the left navigation, from top to bottom; one without pages is not shown. */
export const navigationSections = [
  { id: 'home', title: null },
  { id: 'readiness', title: 'app.navigation.readiness' },
  { id: 'tenant', title: 'app.navigation.tenant' },
  { id: 'tlsa', title: 'app.navigation.tlsa' },
  { id: 'dane', title: 'app.navigation.dane' },
  { id: 'app', title: 'app.navigation.app' },
] as const satisfies readonly { id: string; title: WordId | null }[];

type NavigationSectionId = (typeof navigationSections)[number]['id'];

/** What the frame knows of a page: it stands in the route's `staticData`. */
export interface PageInfo {
  readonly title: WordId;
  readonly icon: FluentIcon;
  readonly section: NavigationSectionId;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageInfo;
  }
}
