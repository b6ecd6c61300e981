import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { en } from '../../../../../shared/words/en.ts';
import { htmlReport } from '../../../../../shared/dane/report/html.ts';
import { labChecks } from '../../../../support/labChecks.ts';
import type { DaneCheck } from '../../../../../shared/dane/check.ts';

const hostile = `"><img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:x">'`;

function parsed(checks: readonly DaneCheck[]): Document {
  const intl = createIntl({ locale: 'en', messages: en });
  const context = {
    words: (id: keyof typeof en, values = {}) => intl.formatMessage({ id }, { ...values }),
    at: new Date('2026-11-23T12:00:00Z'),
    counts: new Map([['fail', 1]] as const),
  };
  const text = [
    htmlReport.begin(context),
    ...checks.map((check) => htmlReport.each(check, context)),
    htmlReport.end(context),
  ].join('');
  return new DOMParser().parseFromString(text, 'text/html');
}

test('an HTML report shows each domain with the record to publish', async () => {
  const checks = await labChecks(['wrong-hash.test', 'good.test']);
  const document = parsed(Object.values(checks));
  expect(document.querySelectorAll('section')).toHaveLength(2);
  expect(document.querySelector('pre')?.textContent).toMatch(
    /^_25\._tcp\.mx\.wrong-hash\.test\. IN TLSA 3 1 1 [0-9a-f]{64}$/,
  );
});

test('an HTML report holds no script and nothing that loads, whatever the names are', async () => {
  const { 'wrong-hash.test': check } = await labChecks(['wrong-hash.test']);
  const document = parsed([
    {
      ...check!,
      domain: hostile,
      findings: check!.findings.map((finding) => ({
        ...finding,
        where: { ...finding.where, host: hostile, ip: hostile },
        records: [hostile],
      })),
    },
  ]);
  const elements = [...document.querySelectorAll('*')];
  const names = elements.map(({ localName }) => localName);
  for (const banned of ['script', 'img', 'iframe', 'link', 'object', 'a', 'form']) {
    expect(names).not.toContain(banned);
  }
  const attributes = elements.flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
  expect(document.querySelector('h2')?.textContent).toContain(hostile);
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'/);
});
