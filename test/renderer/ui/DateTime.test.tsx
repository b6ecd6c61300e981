import { IntlProvider } from 'react-intl';
import { render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DateTime } from '../../../renderer/ui/DateTime.tsx';

const now = Date.parse('2026-11-23T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What stands in brackets beside a moment so many seconds from now. */
function beside(seconds: number): string | undefined {
  const value = new Date(now + seconds * 1000).toISOString();
  const { container, unmount } = render(
    <IntlProvider locale="en">
      <DateTime value={value} />
    </IntlProvider>,
  );
  const text = container.textContent;
  unmount();
  return /\((.*)\)$/.exec(text)?.[1];
}

test('what has just happened is now, though the page’s present is a little behind', () => {
  expect(beside(0)).toBe('now');
  expect(beside(29)).toBe('now');
  expect(beside(-5)).toBe('5 seconds ago');
});

test('what lies ahead is said to', () => {
  expect(beside(31)).toBe('in 31 seconds');
  expect(beside(3 * 86_400)).toBe('in 3 days');
});
