import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  accepted,
  casMailbox,
  dns,
  mailbox,
  organization,
  outbound,
  transport,
} from '../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../support/accessibility.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { fakeReadiness } from '../../../support/fakeReadiness.ts';
import { openPage } from '../../../support/openPage.tsx';
import { snapshotOf } from '../../../support/snapshotOf.ts';
import type { SnapshotData } from '../../../../shared/tenant/snapshot.ts';

const dayMilliseconds = 86_400_000;
/** The pages compare with the clock of the computer. */
const now = new Date();

function contoso(data: Partial<SnapshotData> = {}, daysOld = 0) {
  return {
    ...snapshotOf({
      ...organization({ sendFromAliasEnabled: false, ewsEnabled: null }),
      ...transport({ smtpClientAuthenticationDisabled: false }),
      mailboxes: [mailbox('jane@contoso.example', 'j@contoso.example')],
      acceptedDomains: [accepted({ domainName: 'contoso.example', smtpDaneStatus: 'Disabled' })],
      dns: [dns('contoso.example', { mx: ['contoso-example.o-v1.mx.microsoft'] })],
      ...data,
    }),
    takenAt: new Date(now.getTime() - daysOld * dayMilliseconds).toISOString(),
  };
}

const region = (name: string) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** The app at a path with the tenant judged once. */
async function openJudged(path: string, fake = fakeReadiness({ snapshot: contoso(), at: now })) {
  await fake.answers['readiness.run']?.({
    jobId: crypto.randomUUID(),
    tenant: 'contoso',
    snapshotId: null,
  });
  return { page: openPage(path, fake.answers), fake };
}

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

describe('a rule', () => {
  test.each([
    ["o'brien’s", "'o''brien’’s'"],
    ['a "b", c=d', `'a "b", c=d'`],
    ['موصل 🚚', "'موصل 🚚'"],
    ['$(Remove-Item x) `n', "'$(Remove-Item x) `n'"],
  ])('about the connector %s has its name whole, and quoted in commands', async (name, quoted) => {
    const snapshot = contoso({
      outboundConnectors: [
        outbound({ name, enabled: true, useMxRecord: true, smtpDaneMode: 'None' }),
      ],
    });
    const { page } = await openJudged(
      `/readiness/dane.outbound?subject=${encodeURIComponent(JSON.stringify(name))}`,
      fakeReadiness({ snapshot, at: now }),
    );
    const results = within(await region('Results'));
    const subject = await results.findByText(name, { selector: 'bdi' });
    expect(subject.getAttribute('translate')).toBe('no');
    const [copy] = results.getAllByRole('button', { name: /^Copy Commands/ });
    await page.user.click(copy!);
    expect(await navigator.clipboard.readText()).toContain(quoted);
  });

  test('shows a value that Microsoft does not document as it came, and assesses nothing by it', async () => {
    const snapshot = contoso({
      outboundConnectors: [
        outbound({ name: 'To X', enabled: true, useMxRecord: true, smtpDaneMode: 'Quantum' }),
      ],
    });
    const { page } = await openJudged(
      '/readiness/dane.outbound',
      fakeReadiness({ snapshot, at: now }),
    );
    const results = within(await region('Results'));
    await results.findByText('Not assessed');
    await page.user.click(results.getByRole('button', { name: /^Evidence/ }));
    expect(results.getByText('Quantum', { selector: 'bdi' })).toBeDefined();
  });

  test('without a tenant says why it matters and what to do, and leads to a tenant', async () => {
    openPage('/readiness/dane.inbound', fakeReadiness({ snapshot: null, at: now }).answers);
    await region('Why it matters');
    await region('What to do');
    await button('Open the demo tenant');
    await expectAccessible();
  });

  test('of Outlook looks up what About Outlook says', async () => {
    const { page } = await openJudged('/readiness/outlook.blocked');
    const line = await screen.findByRole('textbox', { name: 'Line of “About Outlook”' });
    await page.user.type(line, 'Microsoft Outlook 2016 MSO (16.0.4266.1001) 32-bit{Enter}');
    await screen.findByText(/can’t connect to Exchange Online any more/);
    await page.user.clear(line);
    await page.user.type(line, 'nothing of the kind{Enter}');
    await screen.findByText(/There is no build of Outlook in it/);
    expect(screen.getByRole('link', { name: 'Import an inventory' })).toBeDefined();
    await expectAccessible();
  });

  test('says why, how it stands, by what it is judged, and copies what mends it', async () => {
    const { page } = await openJudged('/readiness/smtp-auth.organization');
    await screen.findByRole('heading', { level: 1, name: 'SMTP AUTH for the organization' });
    await region('Why it matters');
    const results = within(await region('Results'));
    const [copy] = await results.findAllByRole('button', { name: /^Copy Commands: / });
    await page.user.click(copy!);
    expect(await navigator.clipboard.readText()).toContain('Set-TransportConfig');
    await page.user.click(results.getByRole('button', { name: /^Evidence/ }));
    const table = within(results.getByRole('table'));
    expect(table.getByText('Get-TransportConfig')).toBeDefined();
    expect(table.getByText('false')).toBeDefined();
    const sources = within(await region('Sources'));
    for (const link of sources.getAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^https:/);
    }
    await expectAccessible();
  });

  test('names who is affected, each in its own direction', async () => {
    const names = ["o'hara’s; Remove-Mailbox $(x)@contoso.com", 'موصل@contoso.com', '=1+1@x'];
    const snapshot = contoso({ casMailboxes: names.map((name) => casMailbox(name, null)) });
    const { page } = await openJudged(
      '/readiness/smtp-auth.mailboxes',
      fakeReadiness({ snapshot, at: now }),
    );
    for (const name of names) await screen.findByText(name, { selector: 'bdi' });
    const [copy] = await screen.findAllByRole('button', { name: /^Copy Commands/ });
    await page.user.click(copy!);
    expect(await navigator.clipboard.readText()).toContain(
      "-Identity 'o''hara’’s; Remove-Mailbox $(x)@contoso.com'",
    );
  });

  test('leads to the checklist that mends it', async () => {
    const { page } = await openJudged('/readiness/dane.inbound');
    await page.user.click(await screen.findByRole('link', { name: 'Inbound DANE for a domain' }));
    await screen.findByRole('heading', { level: 1, name: 'Inbound DANE for a domain' });
  });

  test('is waived with a reason, an owner and an end, and no longer once that is taken back', async () => {
    const { page } = await openJudged('/readiness/smtp-auth.organization');
    await page.user.click(await button('Waive'));
    const dialog = within(await screen.findByRole('dialog'));
    await page.user.click(dialog.getByRole('button', { name: 'Waive' }));
    expect(dialog.getAllByText('Needed')).toHaveLength(3);
    await expectAccessible();
    await page.user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'Printers');
    await page.user.type(dialog.getByRole('textbox', { name: /^Who decided/ }), 'Jane');
    await page.user.type(dialog.getByLabelText(/^Until/), '2020-01-01');
    await page.user.click(dialog.getByRole('button', { name: 'Waive' }));
    await dialog.findByText('Choose a day to come');
    await page.user.clear(dialog.getByLabelText(/^Until/));
    await page.user.type(dialog.getByLabelText(/^Until/), '2999-01-01');
    await page.user.click(dialog.getByRole('button', { name: 'Waive' }));
    await screen.findByText(/Waived by Jane until/);
    await page.user.click(await button('End the waiver'));
    const again = await button('Waive');
    await waitFor(() => expect(document.activeElement).toBe(again));
  });

  test('that is none says so', async () => {
    openPage('/readiness/no.such', fakeReadiness({ snapshot: contoso(), at: now }).answers);
    await screen.findByRole('heading', { level: 1, name: 'There is no such rule' });
  });

  test('of the public-folder script reads a script and shows the line that proves it', async () => {
    const { page } = await openJudged('/readiness/public-folders.sync-script');
    const input = await screen.findByLabelText('Public-folder script', { selector: 'input' });
    const text =
      '# old\n$s = New-PSSession -ConnectionUri https://outlook.office365.com/powershell -Authentication Basic\n';
    await page.user.upload(input, new File([text], 'Sync-ModernMailPublicFolders.ps1'));
    const answer = within(await region('Is your copy of the script a current one?'));
    await answer.findByText('An old copy');
    expect(screen.getByRole('group', { name: 'Line 2 proves it' }).textContent).toContain(
      'New-PSSession',
    );
    await page.user.upload(input, new File(['Connect-ExchangeOnline\n'], 'new.ps1'));
    await answer.findByText('A current copy');
    await expectAccessible();
  });
});

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
