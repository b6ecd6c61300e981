import type { CdpConnection } from './cdp.ts';

export interface DoubleOptions {
  /** The built main bundle. */
  readonly main: string;
  readonly args: readonly string[];
  readonly packaged: boolean;
  readonly version: string;
  readonly chromium: string;
  /** What the operating system's key store would say. */
  readonly keyStore: { readonly available: boolean; readonly backend: string };
}

/** What a test may look at: plain records of what main asked for, and of what was kept from a page. */
export function createWitness() {
  return {
    openedOutside: [] as string[],
    deniedWindows: [] as string[],
    stoppedNavigations: [] as string[],
    cancelledRequests: [] as string[],
    /** Requests that nobody answered: on a real machine they would have gone to the network. */
    escapedRequests: [] as string[],
    errorBoxes: [] as { readonly title: string; readonly content: string }[],
    saveDialogs: [] as { readonly url: string; readonly defaultPath: string }[],
    /** By Electron's name, what the check handler said for our page. */
    permissions: {} as Record<string, boolean>,
    /** What main switched on or installed, in order. */
    installed: [] as string[],
    windows: [] as { shown: boolean; focused: number; readonly options: object }[],
    themeSource: 'system',
    menu: [] as readonly unknown[],
  };
}

export type Witness = ReturnType<typeof createWitness>;

/** What the parts of the double share. */
export interface World {
  readonly options: DoubleOptions;
  readonly cdp: CdpConnection;
  readonly witness: Witness;
  /** Where the next file that the page saves goes; `null`: the person presses Cancel. */
  saveTo: string | null;
}
