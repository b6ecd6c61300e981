import type { Companion } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    /** Defined by the host before the page's first script: preload, web host, or a test. */
    readonly companion: Companion;
  }
}

/** The only road out of the page. */
export function companion(): Companion {
  return window.companion;
}
