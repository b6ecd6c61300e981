import axe from 'axe-core';
import { expect } from 'playwright/test';
import type { Page } from 'playwright/test';

/** WCAG 2.2 A and AA, and what axe recommends beyond. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.2 A and AA on the page as it is now, target sizes included. Colours that the system forces
 * are its own, and axe sees those that they replace: then contrast is left out.
 */
export async function expectAccessible(
  page: Page,
  colours: 'ours' | 'forced' = 'ours',
): Promise<void> {
  // Once for all that one document shows: reading axe takes longer than running it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, passed } = await page.evaluate(
    async ([values, contrast]) => {
      // A colour on its way from one theme to the next is no colour of either.
      const moving = document.getAnimations();
      const ending = moving.filter(
        ({ effect }) => effect?.getComputedTiming().endTime !== Infinity,
      );
      await Promise.allSettled(ending.map(({ finished }) => finished));
      const results = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        rules: { 'color-contrast': { enabled: contrast } },
        resultTypes: ['violations'],
      });
      return { violations: results.violations, passed: results.passes.map(({ id }) => id) };
    },
    [tags, colours === 'ours'] as const,
  );
  expect(passed.includes('color-contrast')).toBe(colours === 'ours');
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      // Fluent's focus guards are hidden and focusable by design (microsoft/tabster#288).
      .filter(({ html }) => !html.includes('data-tabster-dummy'))
      .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}
