import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { casMailbox, outbound } from '../../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { fakeReadiness } from '../../../../support/fakeReadiness.ts';
import { button, contoso, now, openJudged, region } from '../../../../support/judgedTenant.ts';
import { openPage } from '../../../../support/openPage.tsx';

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
