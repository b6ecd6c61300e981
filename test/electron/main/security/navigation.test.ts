import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { guardNavigation } from '../../../../electron/main/security/navigation.ts';
import { lookAlikes } from './lookAlikes.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

function guarded() {
  const opened: string[] = [];
  const handlers: OpenHandler[] = [];
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: OpenHandler) => void handlers.push(handler),
  });
  guardNavigation(contents as unknown as WebContents, (url) => opened.push(url));
  const isPrevented = (name: string, url: string): boolean => {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => void (prevented = true) });
    return prevented;
  };
  return { contents, opened, handlers, isPrevented };
}

describe('navigation', () => {
  test('SECURITY: S13 every kind of it stays within the app’s origin', () => {
    const { isPrevented } = guarded();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(isPrevented(name, 'app://companion/index.html#/settings')).toBe(false);
      expect(lookAlikes.filter((url) => !isPrevented(name, url))).toEqual([]);
    }
  });

  test('SECURITY: S14 a page never gets a window; the address goes to the guard of links', () => {
    const { handlers, opened } = guarded();
    const urls = ['https://learn.microsoft.com/', 'app://companion/', 'about:blank', ''];
    expect(urls.map((url) => handlers[0]?.({ url }))).toEqual(urls.map(() => ({ action: 'deny' })));
    expect(opened).toEqual(urls);
  });

  test('SECURITY: S11 a webview never comes to life', () => {
    const { isPrevented } = guarded();
    expect(isPrevented('will-attach-webview', 'app://companion/')).toBe(true);
  });
});
