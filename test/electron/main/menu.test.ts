import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/main/menu.ts';
import { en } from '../../../shared/words/en.ts';

const platforms = ['darwin', 'linux', 'win32'] as const;

function menu(platform: NodeJS.Platform, developer: boolean) {
  const shown: string[] = [];
  const template = menuTemplate({
    platform,
    developer,
    words: (id) => en[id],
    show: (route) => shown.push(route),
  });
  return { template, shown, text: JSON.stringify(template) };
}

describe('the menu', () => {
  test('SECURITY: S23 offers nothing to developers in the packaged app', () => {
    for (const platform of platforms) {
      expect(menu(platform, false).text).not.toMatch(/reload|devtools/i);
      expect(menu(platform, true).text).toMatch(/toggleDevTools/);
    }
  });

  test('gives text fields their keys and the window its zoom, everywhere', () => {
    for (const platform of platforms) {
      const { text } = menu(platform, false);
      for (const role of ['editMenu', 'zoomIn', 'zoomOut', 'resetZoom', 'quit']) {
        expect(text, platform).toContain(`"role":"${role}"`);
      }
    }
  });

  test('leads to pages', () => {
    for (const platform of platforms) {
      const { template, shown } = menu(platform, false);
      const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      for (const item of items) (item.click as (() => void) | undefined)?.();
      expect(shown.toSorted()).toEqual(['/about', '/settings', '/shortcuts']);
    }
  });
});
