/** What the page needs of a browser and jsdom lacks; and rules for every test of the page. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

configure({
  // Two cores may have more to do than this test.
  asyncUtilTimeout: 10_000,
  // The message alone: the whole document behind it hides what failed.
  getElementError: (message) => Object.assign(new Error(message ?? ''), { name: 'NotFound' }),
});

class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, { ResizeObserver: NoResizes });
// jsdom lays nothing out. Fluent would take every element for invisible, and leave the focus of a
// dialog beside what is in it, which a browser never does.
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 860);
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
Element.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });

/** React, react-intl and the router complain here: about keys, missing words, unknown routes. */
const complaints = vi.fn<(...args: readonly unknown[]) => void>();

beforeEach(() => {
  complaints.mockClear();
  vi.spyOn(console, 'error').mockImplementation(complaints);
  vi.spyOn(console, 'warn').mockImplementation(complaints);
});

afterEach(() => {
  cleanup();
  expect(complaints.mock.calls).toEqual([]);
});
