import axe from 'axe-core';
import { expect } from 'vitest';

/** WCAG 2.2 A and AA, as far as a document without layout can be judged (no contrast, no sizes). */
export async function expectAccessible(): Promise<void> {
  const { violations, passes } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      // The test's own document has no language; the app's has, in index.html.
      'html-has-lang': { enabled: false },
    },
  });
  expect(passes.length).toBeGreaterThan(5);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      // Fluent's focus guards are hidden and focusable by design (microsoft/tabster#288).
      .filter(({ html }) => !html.includes('data-tabster-dummy'))
      .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}
