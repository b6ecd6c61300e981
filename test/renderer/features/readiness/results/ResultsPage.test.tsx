import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { accepted, dns, transport } from '../../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { failure } from '../../../../../shared/errors.ts';
import { fakeReadiness } from '../../../../support/fakeReadiness.ts';
import { button, contoso, now, openJudged, region } from '../../../../support/judgedTenant.ts';

describe('the results', () => {
  test('are grouped by rule, and filtered by status, severity and text', async () => {
    const { page } = await openJudged('/readiness');
    const counted = await screen.findByText(/^\d+ results? of \d+$/);
    const whole = counted.textContent;
    await page.user.selectOptions(await screen.findByLabelText('Status'), 'Look at this');
    await waitFor(() => expect(counted.textContent).not.toBe(whole));
    expect(screen.queryByText('Not assessed', { selector: 'li *' })).toBeNull();
    expect(page.router.state.location.search).toEqual({ status: 'warning' });
    await page.user.selectOptions(screen.getByLabelText('Status'), 'Show all');
    await page.user.type(screen.getByRole('searchbox'), 'smtp organization');
    await region('SMTP AUTH for the organization');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Send from Alias' })).toBeNull(),
    );
    await expectAccessible();
    await page.user.type(screen.getByRole('searchbox'), ' xyzzy');
    await screen.findByText('No result is like that');
  });

  test('of a tenant with hundreds of domains come in portions', async () => {
    const domains = Array.from({ length: 200 }, (_, index) => `d${index}.example`);
    const snapshot = contoso({
      acceptedDomains: domains.map((domainName) =>
        accepted({ domainName, smtpDaneStatus: 'Disabled' }),
      ),
      dns: domains.map((domain) => dns(domain, { mx: ['x.o-v1.mx.microsoft'] })),
    });
    const { page } = await openJudged(
      '/readiness?text=dane.inbound',
      fakeReadiness({ snapshot, at: now }),
    );
    const more = await button(/^Show 100 more/);
    expect(screen.getAllByRole('link', { name: /^d\d+\.example$/ })).toHaveLength(20);
    await page.user.click(more);
    expect(screen.getAllByRole('link', { name: /^d\d+\.example$/ })).toHaveLength(120);
  });
});

test('an earlier run’s results say so, and lead to the newest', async () => {
  const fake = fakeReadiness({ snapshot: contoso(), at: now });
  await fake.answers['readiness.run']?.({
    jobId: crypto.randomUUID(),
    tenant: 'contoso',
    snapshotId: null,
  });
  fake.read(contoso({ ...transport({ smtpClientAuthenticationDisabled: true }) }));
  const { page } = await openJudged('/readiness?run=1&text=smtp-auth.organization', fake);
  await screen.findByText('These are results of an earlier run.');
  const rule = await region('SMTP AUTH for the organization');
  expect(within(rule).queryByText('Good')).toBeNull();
  await page.user.click(screen.getByRole('link', { name: 'Show the newest' }));
  await waitFor(() =>
    expect(screen.queryByText('These are results of an earlier run.')).toBeNull(),
  );
  await within(await region('SMTP AUTH for the organization')).findByText('Good');
});

test('a report is saved in the format that was chosen, redacted if asked for', async () => {
  const links = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  Object.assign(URL, { createObjectURL: () => 'blob:report', revokeObjectURL: () => {} });
  const { page, fake } = await openJudged('/overview');
  await page.user.click(await button('Save report'));
  const dialog = within(await screen.findByRole('dialog'));
  await page.user.selectOptions(dialog.getByLabelText('Format'), 'Workbook (XLSX)');
  await page.user.click(dialog.getByRole('checkbox', { name: /^Replace names/ }));
  await expectAccessible();
  await page.user.click(dialog.getByRole('button', { name: 'Save' }));
  await screen.findByText('Handed to the browser as readiness.xlsx');
  expect(fake.saved).toMatchObject([{ runId: 1, format: 'xlsx', redact: true }]);
  expect(links).toHaveBeenCalledOnce();
  links.mockRestore();
});

test('a report that could not be made says why, and the next try begins afresh', async () => {
  const fake = fakeReadiness({ snapshot: contoso(), at: now });
  const { page } = await openJudged('/overview', {
    ...fake,
    answers: {
      ...fake.answers,
      'reports.make': () => failure('pdf-needs-window'),
    },
  });
  await page.user.click(await button('Save report'));
  const dialog = within(await screen.findByRole('dialog'));
  await page.user.selectOptions(await dialog.findByLabelText('Format'), 'PDF');
  await page.user.click(dialog.getByRole('button', { name: 'Save' }));
  await dialog.findByText('Only the window of the app makes a PDF.');
  await page.user.click(dialog.getByRole('button', { name: 'Close' }));
  await page.user.click(await button('Save report'));
  const again = within(await screen.findByRole('dialog'));
  expect(again.queryByText('Only the window of the app makes a PDF.')).toBeNull();
});
