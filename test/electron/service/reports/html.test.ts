import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../../electron/service/reports/renderReport.ts';
import { emptyReport, hostileReport } from '../../../support/hostileReport.ts';
import { launchChromium } from '../../web/launchChromium.ts';
import { describeWith } from '../../../support/requirements.ts';

async function html(input = hostileReport()): Promise<string> {
  const { bytes } = await renderReport({ input, format: 'html', redact: false });
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

const reports = [
  ['with hostile names', hostileReport()],
  ['of nothing', emptyReport()],
  ['whose snapshot is gone', { ...hostileReport(), sources: null }],
] as const;

describe('the HTML report', () => {
  test.each(reports)('%s is valid', async (_, input) => {
    const validator = new HtmlValidate({
      root: true,
      extends: [
        'html-validate:recommended',
        'html-validate:a11y',
        'html-validate:document',
        'html-validate:standard',
      ],
    });
    const { results } = await validator.validateString(await html(input));
    const messages = results.flatMap(({ messages: of }) =>
      of.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test('holds every result and every source, and nothing that runs or loads', async () => {
    const content = await html();
    expect(content.match(/<article /g)).toHaveLength(hostileReport().results.length);
    for (const { call } of hostileReport().sources ?? []) {
      expect(content).toContain(call.replaceAll('&', '&amp;'));
    }
    expect(content).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(content).not.toMatch(/<script|<img|<link|<iframe|<object|<form|\son\w+=|\ssrc=|url\(/i);
    expect(content).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
  });
});

describeWith(['chromium'], 'the HTML report in a browser', () => {
  test('asks the network for nothing, runs nothing, and is accessible', async () => {
    const browser = await launchChromium();
    try {
      for (const [colorScheme, input] of [
        ['dark', reports[0][1]],
        ['light', reports[0][1]],
        ['light', reports[1][1]],
      ] as const) {
        // The page's own policy would refuse the script that judges it.
        const context = await browser.newContext({ colorScheme, bypassCSP: true });
        const page = await context.newPage();
        const asked: string[] = [];
        const said: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => said.push(message.text()));
        page.on('dialog', (dialog) => {
          said.push(dialog.message());
          void dialog.dismiss();
        });
        await page.setContent(await html(input));
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => {
          const { violations: found } = await (
            globalThis as unknown as { axe: typeof axe }
          ).axe.run();
          return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
        });
        expect(violations).toEqual([]);
        expect(said).toEqual([]);
        expect(asked).toEqual([]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
});
