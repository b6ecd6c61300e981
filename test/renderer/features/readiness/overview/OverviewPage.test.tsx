import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { transport } from '../../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { failure, success } from '../../../../../shared/errors.ts';
import { fakeReadiness } from '../../../../support/fakeReadiness.ts';
import { button, contoso, now, openJudged, region } from '../../../../support/judgedTenant.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { snapshotOf } from '../../../../support/snapshotOf.ts';

describe('the overview', () => {
  test('without a tenant offers the ways to one', async () => {
    openPage('/overview', fakeReadiness({ snapshot: null, at: now }).answers);
    await button('Open the demo tenant');
    for (const name of ['Sign in and read a tenant', 'Import files']) {
      expect(within(screen.getByRole('main')).getByRole('link', { name })).toBeDefined();
    }
    await expectAccessible();
  });

  test('assesses by itself what was read, once, and says what needs attention', async () => {
    const { calls } = openPage(
      '/overview',
      fakeReadiness({ snapshot: contoso(), at: now }).answers,
    );
    const attention = within(await region('Needs attention first'));
    expect(attention.getByRole('link', { name: 'SMTP AUTH for the organization' })).toBeDefined();
    expect(attention.getAllByText('Look at this').length).toBeGreaterThan(0);
    await expectAccessible();
    expect(calls.filter((call) => call === 'readiness.run')).toHaveLength(1);
  });

  test('leaves a reading that was ended in the middle to the person', async () => {
    const fake = fakeReadiness({ snapshot: contoso(), at: now, finished: false });
    const { user, calls } = openPage('/overview', fake.answers);
    await screen.findByText('The reading was ended in the middle.');
    await user.click(await button('Assess the tenant'));
    await region('Needs attention first');
    expect(calls.filter((call) => call === 'readiness.run')).toHaveLength(1);
  });

  test('says what went wrong when the rules can’t run, and lets one try again', async () => {
    const fake = fakeReadiness({ snapshot: contoso(), at: now });
    const run = fake.answers['readiness.run'];
    let failed = false;
    const { user } = openPage('/overview', {
      ...fake.answers,
      async 'readiness.run'(input) {
        if (failed) return run!(input);
        failed = true;
        return failure('snapshot-missing', { tenant: 'contoso' });
      },
    });
    await screen.findByText(/^There is no stored snapshot of contoso/);
    await user.click(await button('Assess the tenant'));
    await region('Needs attention first');
  });

  test('says so when what is kept can’t be read', async () => {
    const fake = fakeReadiness({ snapshot: contoso(), at: now });
    openPage('/overview', { ...fake.answers, 'readiness.overview': () => failure('internal') });
    await screen.findByText(/Something went wrong inside the app/);
  });

  test('puts dates of one day together, whatever their hour', async () => {
    const fake = fakeReadiness({ snapshot: contoso(), at: now });
    const overview = fake.answers['readiness.overview'];
    await openJudged('/overview', {
      ...fake,
      answers: {
        ...fake.answers,
        async 'readiness.overview'(input) {
          const whole = await overview!(input);
          if (!whole.ok) return whole;
          const [result] = whole.value.attention;
          const deadlines = ['2031-05-06T00:00:00Z', '2031-05-06T07:30:00Z', 'soon'].map((at) => ({
            at,
            results: [{ ...result!, deadline: at }],
          }));
          return success({ ...whole.value, deadlines });
        },
      },
    });
    const dates = within(await region('Dates'));
    expect(dates.getAllByText(/May 6, 2031/)).toHaveLength(1);
    expect(dates.getByText(/2 results/)).toBeDefined();
    // What is no date is shown as Microsoft has it.
    expect(dates.getByText('soon')).toBeDefined();
  });

  test('doubts a snapshot of a time to come', async () => {
    await openJudged('/overview', fakeReadiness({ snapshot: contoso({}, -2), at: now }));
    await screen.findByText(/at a time that is still to come/);
  });

  test('shows dates along time, past ones said to be past', async () => {
    await openJudged('/overview');
    const dates = within(await region('Dates'));
    const [first] = dates.getAllByRole('listitem');
    expect(first?.textContent).toMatch(/\((?:past|in \d+ days?)\)/);
    expect(dates.getByRole('link', { name: 'Exchange Web Services' })).toBeDefined();
  });

  test('says what could not be assessed and why, and leads to where it is read', async () => {
    await openJudged('/overview');
    const coverage = within(await region('What could not be assessed'));
    expect(
      coverage.getByText(/could not be assessed\. That is not the same as good/),
    ).toBeDefined();
    expect(coverage.getAllByText(/was not read\. Not chosen/).length).toBeGreaterThan(0);
    expect(coverage.getByRole('link', { name: 'Read what is missing' })).toBeDefined();
  });

  test('says that nothing could be assessed where nothing was read, not that all is well', async () => {
    const snapshot = { ...snapshotOf({}), takenAt: now.toISOString() };
    openPage('/overview', fakeReadiness({ snapshot, at: now }).answers);
    const attention = within(await region('Needs attention first'));
    expect(attention.getByText('Nothing could be assessed')).toBeDefined();
    expect(attention.queryByText('Nothing needs attention')).toBeNull();
  });

  test('says in words that a snapshot is old', async () => {
    const snapshot = contoso({}, 9);
    await openJudged('/overview', fakeReadiness({ snapshot, at: now }));
    await screen.findByText(/This snapshot is 9 days old/);
  });

  test('marks the demo tenant in words', async () => {
    await openJudged('/overview', fakeReadiness({ snapshot: contoso(), at: now, demo: true }));
    await screen.findByText('Contoso is made up. Nothing here says anything about a real tenant.');
  });

  test('shows what changed since the run before, once the tenant was read and judged again', async () => {
    const { page, fake } = await openJudged('/overview');
    await screen.findByText('This is the first time that the tenant was assessed.');
    fake.read(contoso({ ...transport({ smtpClientAuthenticationDisabled: true }) }));
    act(() => page.emit('tenant.changed', {}));
    const fixed = within(await screen.findByRole('list', { name: /^Fixed/ }));
    expect(fixed.getByRole('link', { name: 'SMTP AUTH for the organization' })).toBeDefined();
  });
});
