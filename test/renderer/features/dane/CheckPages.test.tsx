import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../../support/accessibility.ts';
import { openPage } from '../../../support/openPage.tsx';
import type { OpenPage } from '../../../support/openPage.tsx';

const target = () => screen.findByRole('textbox', { name: /^Domain, e-mail address/ });
const verdict = (name: RegExp) => screen.findByRole('heading', { level: 2, name });

/** Domains of the table of results, in its order. */
function rows(): (string | null)[] {
  return within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent);
}

async function checkInLab(page: OpenPage, text: string): Promise<void> {
  const field = await target();
  await page.user.clear(field);
  await page.user.type(field, text);
  await page.user.click(screen.getByRole('button', { name: 'Check' }));
}

describe('checking a domain', () => {
  test('gives the verdict first, in words, with what Exchange Online does', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'wrong-hash.test');
    await verdict(/DANE clients refuse it wrong-hash\.test/);
    expect(page.router.state.location.pathname).toBe('/dane/wrong-hash.test');
    const card = screen.getByRole('region', { name: /DANE clients refuse it/ });
    expect(within(card).getByText(/returns the mail with 5\.7\.323/)).toBeDefined();
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(first?.textContent).toContain('DANE clients refuse it');
    await expectAccessible();
  });

  test('understands an address, and says so before it asks anybody', async () => {
    const page = openPage('/dane?place=lab');
    await page.user.type(await target(), 'jane@Good.test.');
    expect(screen.getByText('Checks good.test')).toBeDefined();
    expect(page.calls).not.toContain('dane.check');
    await page.user.keyboard('{Enter}');
    await verdict(/DANE works good\.test/);
  });

  test('says what is wrong with a name once one has tried, and asks nobody', async () => {
    const page = openPage('/dane');
    await checkInLab(page, '192.0.2.1');
    expect(await screen.findByText(/is an IP address; DANE works with names only/)).toBeDefined();
    expect(page.calls).not.toContain('dane.check');
  });

  test('names the record to publish, and copies it', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'wrong-hash.test');
    await verdict(/refuse it wrong-hash/);
    const todo = screen.getByRole('region', { name: 'What to do' });
    await page.user.click(within(todo).getByRole('button', { name: 'Copy the record' }));
    expect(await navigator.clipboard.readText()).toMatch(
      /^_25\._tcp\.mx\.wrong-hash\.test\. IN TLSA 3 1 1 [0-9a-f]{64}$/,
    );
  });

  test('shows a result for each address', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'two-addresses.test');
    await verdict(/refuse it two-addresses/);
    const servers = screen.getByRole('region', { name: 'Servers' });
    expect(within(servers).getAllByText('Refused by DANE clients').length).toBeGreaterThan(0);
    expect(within(servers).getAllByText('Accepted').length).toBeGreaterThan(0);
  });

  test('has its evidence one click away: chain, conversation, proof', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'good.test');
    await verdict(/DANE works good/);
    const servers = screen.getByRole('region', { name: 'Servers' });
    await page.user.click(
      within(servers).getAllByRole('button', { name: /^What the server sent/ })[0]!,
    );
    expect(within(servers).getByText(/certificates were sent, in this order/)).toBeDefined();
    expect(within(servers).getByRole('list', { name: 'Conversation' }).textContent).toContain(
      'STARTTLS',
    );
    const evidence = screen.getByRole('region', { name: 'Evidence' });
    await page.user.click(within(evidence).getByRole('button', { name: 'Proof good.test MX' }));
    expect(within(evidence).getByText('First signature ends')).toBeDefined();
    for (const name of ['Certificates', 'Conversations', 'Every step', 'Raw result']) {
      await page.user.click(within(evidence).getByRole('tab', { name }));
      await expectAccessible();
    }
  });

  test('hands the certificate of a server to the generator', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'good.test');
    await verdict(/DANE works good/);
    await page.user.click(
      screen.getByRole('button', { name: 'Use its certificate in the generator' }),
    );
    await screen.findByRole('heading', { level: 1, name: 'Make a record' });
    const record = await screen.findByRole('group', { name: 'The record' });
    expect(record.textContent).toMatch(/^_25\._tcp\.mx\.good\.test\. 3600 IN TLSA 3 1 1 /);
  });

  test('compares a record with what is published', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'wrong-hash.test');
    await verdict(/refuse it wrong-hash/);
    const todo = screen.getByRole('region', { name: 'What to do' });
    const [code] = within(todo).getAllByRole('group', { name: /Publish this record/ });
    await page.user.click(screen.getByRole('button', { name: /^Compare a record/ }));
    const field = screen.getByRole('textbox', { name: /TLSA record to compare/ });
    await page.user.click(field);
    await page.user.paste(code?.textContent ?? '');
    expect(screen.getByText(/Not published, though the certificate in use/)).toBeDefined();
    await page.user.clear(field);
    await page.user.paste(`3 1 1 ${'00'.repeat(32)}`);
    expect(screen.getByText('Not published.')).toBeDefined();
  });

  test('can be made again from the result, by keyboard too', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'good.test');
    await verdict(/DANE works good/);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(page.calls.filter((name) => name === 'dane.check')).toHaveLength(2));
    expect(await screen.findByText(/Nothing has changed since/)).toBeDefined();
  });
});

describe('a link', () => {
  test('shows what is kept, and starts nothing', async () => {
    const page = openPage('/dane/good.test?place=lab');
    await screen.findByText('good.test has not been checked on this computer');
    expect(page.calls).not.toContain('dane.check');
    const options = {
      service: 'smtp',
      place: 'lab',
      handshakes: 'auto',
      allowPrivate: false,
    } as const;
    const rest = { proxy: null, hello: null, resolvers: [], connectPort: null, timeout: 10_000 };
    const jobId = crypto.randomUUID();
    await act(async () => {
      await page.companion.call('dane.check', {
        jobId,
        target: 'good.test',
        options: { ...options, ...rest },
      });
    });
    await act(() => page.router.navigate({ to: '/dane', search: { place: 'lab' } }));
    await page.user.click(await screen.findByRole('link', { name: 'good.test' }));
    await verdict(/DANE works good\.test/);
    expect(page.calls.filter((name) => name === 'dane.check')).toHaveLength(1);
  });

  test('fills the form in with unusual options in sight, and asks nobody', async () => {
    const page = openPage('/dane/contoso.com?allowPrivate=true&proxy=127.0.0.1:1080');
    expect(await screen.findByDisplayValue('127.0.0.1:1080')).toBeDefined();
    expect(
      screen.getByRole<HTMLInputElement>('switch', { name: /private and reserved/ }).checked,
    ).toBe(true);
    expect(page.calls).not.toContain('dane.check');
  });

  test('with a hostile name shows it as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    openPage(`/dane/${encodeURIComponent(name)}`);
    expect(await screen.findByText(`${name} has not been checked on this computer`)).toBeDefined();
    expect(document.querySelector('main img')).toBeNull();
  });
});

describe('the practice lab', () => {
  test('says what each domain shows, and is marked on every page that shows something of it', async () => {
    const { user } = openPage('/lab');
    await user.click(await screen.findByRole('button', { name: 'Start the practice lab' }));
    const table = await screen.findByRole('table', { name: 'Domains of the lab' });
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(9);
    await expectAccessible();
    await user.click(within(table).getByRole('button', { name: 'Check bogus.test' }));
    await verdict(/DANE clients wait and try again bogus\.test/);
    expect(screen.getByText(/exist only inside this app/)).toBeDefined();
  });
});

describe('the history', () => {
  test('shows every verdict of a domain, what changed, and can be removed', async () => {
    const page = openPage('/dane?place=lab');
    await checkInLab(page, 'good.test');
    await verdict(/DANE works good/);
    await page.user.click(screen.getByRole('button', { name: 'Check again' }));
    await screen.findByText(/Nothing has changed since/);
    await page.user.click(
      within(screen.getByRole('region', { name: /DANE works/ })).getByRole('link', {
        name: 'History',
      }),
    );
    await screen.findByText('2 checks are kept, the newest first.');
    await page.user.click(screen.getByRole('button', { name: 'Check again' }));
    await verdict(/DANE works good/);
    expect(page.router.state.location.pathname).toBe('/dane/good.test');
    await waitFor(() => expect(page.calls.filter((name) => name === 'dane.check')).toHaveLength(3));
    act(() => page.router.history.back());
    await screen.findByText('3 checks are kept, the newest first.');
    expect(screen.getByText(/Nothing has changed since the check of/)).toBeDefined();
    await expectAccessible();
    await page.user.click(screen.getByRole('button', { name: 'Remove this history' }));
    await page.user.click(await screen.findByRole('button', { name: 'Remove' }));
    await screen.findByRole('heading', { level: 1, name: 'History' });
    await screen.findByText('Nothing yet');
  });
});

describe('many domains', () => {
  test('are read from a list, checked, filtered, sorted and opened', async () => {
    const page = openPage('/lab');
    await page.user.click(await screen.findByRole('button', { name: 'Start the practice lab' }));
    await page.user.click(await screen.findByRole('button', { name: 'Check all of them' }));
    await screen.findByText('11 domains checked.');
    await expectAccessible();
    await page.user.click(screen.getByRole('button', { name: 'Works (2)' }));
    expect(
      rows()
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['good.test', 'roll-over.test']);
    await page.user.click(screen.getByRole('button', { name: 'Domain' }));
    await page.user.click(screen.getByRole('button', { name: 'Domain' }));
    expect(rows()).toEqual(['roll-over.test', 'good.test']);
    await page.user.click(screen.getByRole('link', { name: 'good.test' }));
    await verdict(/DANE works good\.test/);
  });

  test('are counted before anything is asked, and what is no domain is shown as text', async () => {
    const page = openPage('/domains');
    await page.user.click(await screen.findByRole('textbox', { name: 'Domains, one a line' }));
    await page.user.paste('contoso.com\nCONTOSO.com.\n<b>no</b>\njane@fabrikam.com');
    expect(screen.getByText('2 domains, one duplicate left out.')).toBeDefined();
    expect(screen.getByText('<b>no</b>')).toBeDefined();
    expect(page.calls).not.toContain('dane.checkMany');
  });
});
