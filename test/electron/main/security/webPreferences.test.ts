import { describe, expect, test } from 'vitest';
import {
  printPreferences,
  webPreferences,
} from '../../../../electron/main/security/webPreferences.ts';

describe('what the page’s process may be', () => {
  test('SECURITY: S2 SECURITY: S3 SECURITY: S4 SECURITY: S6 SECURITY: S8 SECURITY: S9 SECURITY: S10 is exactly this', () => {
    expect(webPreferences('/preload.cjs', true)).toEqual({
      preload: '/preload.cjs',
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      contextIsolation: true,
      sandbox: true,
      devTools: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  test('SECURITY: S2 SECURITY: S3 SECURITY: S4 is less where a document is printed', () => {
    expect(printPreferences('print')).toEqual({
      partition: 'print',
      javascript: false,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      contextIsolation: true,
      sandbox: true,
      devTools: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  test('SECURITY: S23 developer tools exist only unpackaged', () => {
    expect(webPreferences('/preload.cjs', false).devTools).toBe(true);
    expect(webPreferences('/preload.cjs', true).devTools).toBe(false);
  });
});
