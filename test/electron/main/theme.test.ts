import { expect, test } from 'vitest';
import { backgroundColor, themeSource } from '../../../electron/main/theme.ts';
import { themePreferences } from '../../../shared/contract/app.ts';

test('every theme has one that the system knows', () => {
  expect(themePreferences.map(themeSource)).toEqual(['system', 'light', 'dark', 'dark']);
});

test('a window waits in the colour of its page', () => {
  expect([backgroundColor(false), backgroundColor(true)]).toEqual(['#ffffff', '#292929']);
});
