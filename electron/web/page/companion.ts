/**
 * Defines `window.companion` where the web host serves the page, as the preload script does in the
 * window. A classic script at the head's beginning: the page's modules find it done.
 */
import { createCompanion } from './createCompanion.ts';
import { openSession } from './openSession.ts';

Object.defineProperty(window, 'companion', {
  value: createCompanion(openSession()),
  configurable: false,
  writable: false,
});
