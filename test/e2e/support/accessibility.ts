import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import type { Page } from 'playwright/test';

/**
 * WCAG 2.2 A and AA on the page as it is now, target sizes included. Colours that the system forces
 * are its own, and axe sees those that they replace: then contrast is left out.
 */
export async function expectAccessible(
  page: Page,
  colours: 'ours' | 'forced' = 'ours',
): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(colours === 'forced' ? ['color-contrast'] : [])
    .analyze();
  expect(passes.some(({ id }) => id === 'color-contrast')).toBe(colours === 'ours');
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      // Fluent's focus guards are hidden and focusable by design (microsoft/tabster#288).
      .filter(({ html }) => !html.includes('data-tabster-dummy'))
      .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}
