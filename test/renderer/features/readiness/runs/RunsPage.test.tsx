import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { transport } from '../../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { fakeReadiness } from '../../../../support/fakeReadiness.ts';
import { button, contoso, now, openJudged, region } from '../../../../support/judgedTenant.ts';

describe('the history of runs', () => {
  test('compares two runs, names baselines, forgets, and lists waivers', async () => {
    const fake = fakeReadiness({ snapshot: contoso(), at: now });
    await fake.answers['readiness.run']?.({
      jobId: crypto.randomUUID(),
      tenant: 'contoso',
      snapshotId: null,
    });
    fake.read(contoso({ ...transport({ smtpClientAuthenticationDisabled: true }) }));
    const { page } = await openJudged('/runs', fake);
    await screen.findByRole('list', { name: /^Fixed/ });
    await expectAccessible();
    await page.user.click(
      (await screen.findAllByRole('button', { name: /^Name as baseline/ }))[1]!,
    );
    await page.user.type(
      await screen.findByRole('textbox', { name: /^Name of the baseline/ }),
      'Before the move{Enter}',
    );
    await screen.findByText('Baseline: Before the move');
    await page.user.click((await screen.findAllByRole('button', { name: /^Forget/ }))[0]!);
    await page.user.click(await button('Forget it'));
    await screen.findByText('There has to be a second run to compare with.');
    expect(screen.getByText('Nothing is waived.')).toBeDefined();
  });
});

test('waivers are listed with their end, and one that is over says so', async () => {
  const fake = fakeReadiness({ snapshot: contoso(), at: now });
  const waiver = {
    rule: 'smtp-auth.organization',
    subject: null,
    reason: '=1+1, “Printers”',
    owner: 'Jane',
    until: '2999-01-01T00:00:00Z',
  } as const;
  await fake.answers['readiness.waive']?.({ tenant: 'contoso', waiver });
  await fake.answers['readiness.waive']?.({
    tenant: 'contoso',
    waiver: { ...waiver, rule: 'ews.organization', until: '2020-01-01T00:00:00Z' },
  });
  const { page } = await openJudged('/runs', fake);
  const waivers = within(await region('Waivers'));
  expect(await waivers.findAllByText('=1+1, “Printers”')).toHaveLength(2);
  expect(waivers.getAllByText('Expired; the result shows again')).toHaveLength(1);
  await page.user.click(waivers.getByRole('button', { name: /^End the waiver Exchange Web/ }));
  await waitFor(() => expect(waivers.getAllByText('=1+1, “Printers”')).toHaveLength(1));
});

test('what one run could not assess is not comparable, never fixed', async () => {
  const fake = fakeReadiness({ snapshot: contoso(), at: now });
  await fake.answers['readiness.run']?.({
    jobId: crypto.randomUUID(),
    tenant: 'contoso',
    snapshotId: null,
  });
  fake.read({ ...contoso({ transportConfig: null }) });
  await openJudged('/runs?from=1&to=2', fake);
  const list = within(await screen.findByRole('list', { name: /^Can’t be compared/ }));
  expect(list.getByRole('link', { name: 'SMTP AUTH for the organization' })).toBeDefined();
  expect(screen.queryByRole('list', { name: /^Fixed/ })).toBeNull();
});
