import type { WebPreferences } from 'electron';

/**
 * What the page's process may be. Everything that protects is written out, so that a change of
 * Electron's defaults changes nothing here; everything that weakens (`webSecurity`, `webviewTag`,
 * experimental features) is absent, and a test bans the words.
 *
 * SECURITY: S2 no Node in the page
 * SECURITY: S3 the preload script has a world of its own
 * SECURITY: S4 the page's process is sandboxed
 * SECURITY: S6 SECURITY: S8 SECURITY: S9 SECURITY: S10 nothing that weakens is set
 * SECURITY: S23 no developer tools in the packaged app
 */
export function webPreferences(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    contextIsolation: true,
    sandbox: true,
    devTools: !packaged,
    navigateOnDragDrop: false,
    // Chromium would fetch its dictionaries from the network.
    spellcheck: false,
  };
}

/** Of a window that prints a document and is never seen: no script at all, ours included. */
export function printPreferences(partition: string): WebPreferences {
  return {
    partition,
    javascript: false,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    contextIsolation: true,
    sandbox: true,
    devTools: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
}
