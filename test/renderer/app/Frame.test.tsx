import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { en } from '../../../shared/words/en.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { makeOpensslFiles, pfxPassword } from '../../support/opensslFiles.ts';
import { openPage } from '../../support/openPage.tsx';

/** An address of every page, by the path of its route. */
const addresses: Readonly<Record<string, string>> = {
  '/': '/',
  '/overview': '/overview',
  '/readiness': '/readiness',
  '/readiness/$rule': '/readiness/dane.inbound',
  '/checklists': '/checklists',
  '/checklists/$checklist': '/checklists/inbound-dane',
  '/runs': '/runs',
  '/tenant': '/tenant',
  '/tenant/sign-in': '/tenant/sign-in',
  '/tenant/read': '/tenant/read',
  '/tenant/import': '/tenant/import',
  '/tenant/mailboxes': '/tenant/mailboxes',
  '/tenant/users': '/tenant/users',
  '/tenant/aliases': '/tenant/aliases',
  '/tlsa': '/tlsa',
  '/tlsa/explain': '/tlsa/explain',
  '/tlsa/guide': '/tlsa/guide',
  '/tlsa/renewal': '/tlsa/renewal',
  '/dane': '/dane',
  '/dane/$target': '/dane/example.com',
  '/domains': '/domains',
  '/dnssec': '/dnssec',
  '/dnssec/$name/$type': '/dnssec/example.com/MX',
  '/lab': '/lab',
  '/history': '/history',
  '/history/$subject': '/history/example.com',
  '/explain': '/explain',
  '/settings': '/settings',
  '/settings/audit': '/settings/audit',
  '/shortcuts': '/shortcuts',
  '/about': '/about',
};
const paths = Object.values(addresses);

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const shownHeading = () => screen.queryByRole('heading', { level: 1 });

describe('going from page to page', () => {
  test('every page is among those that are looked at here', async () => {
    const { router } = openPage('/');
    await heading('Welcome to Exchange Companion');
    expect(Object.keys(router.routesByPath)).toEqual(Object.keys(addresses));
  });

  test.each(paths)(
    'the page %s has one heading, a title of its own and nothing that can’t be used',
    async (path) => {
      openPage(path);
      const [title, ...others] = await screen.findAllByRole('heading', { level: 1 });
      expect(others).toEqual([]);
      expect(document.title).toBe(`${title?.textContent} – Exchange Companion`);
      await expectAccessible();
    },
  );

  test('the focus goes to the new page’s heading, and stays away at the first', async () => {
    const { user } = openPage('/');
    await heading('Welcome to Exchange Companion');
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    const title = await heading('Settings');
    expect(document.activeElement).toBe(title);
    expect(document.title).toBe('Settings – Exchange Companion');
  });

  test('the navigation says which page is shown', async () => {
    openPage('/tlsa/guide');
    await heading('Guide');
    const navigation = screen.getByRole('navigation', { name: 'Pages' });
    const current = within(navigation).getAllByRole('link', { current: 'page' });
    expect(current.map((link) => link.textContent)).toEqual(['Guide']);
  });

  test('the skip link moves the focus past the navigation', async () => {
    const { user } = openPage('/about');
    await heading('About this app');
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Skip to content');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('an address that leads nowhere says so, and leads back', async () => {
    const { user } = openPage('/no/such/page');
    await heading('There is no such page');
    await user.click(screen.getByRole('link', { name: 'Go to the start page' }));
    await heading('Welcome to Exchange Companion');
  });

  test('a deep link that is followed outside opens its page', async () => {
    const { emit } = openPage('/');
    await heading('Welcome to Exchange Companion');
    act(() => emit('app.navigate', { route: '/tlsa/explain?record=3 1 1 00' }));
    await heading('Explain a record');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('3 1 1 00');
  });

  test('search parameters that can’t be read are left out', async () => {
    openPage('/tlsa?port=nonsense&host=mail.example.com');
    await heading('Make a record');
  });
});

test('a page that fails leaves the frame standing, and can be tried again', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { user, router } = openPage('/');
  await heading('Welcome to Exchange Companion');
  const about = router.routesById['/about'];
  const shown = about.options.component!;
  let fails = true;
  about.update({
    component: () => {
      if (fails) throw new Error('on purpose');
      return <h1>Works again</h1>;
    },
  });
  await user.click(screen.getByRole('link', { name: 'About this app' }));
  await heading('This page has failed');
  expect(screen.getByText(/This is a fault of ours/)).toBeDefined();
  expect(screen.getByRole('navigation', { name: 'Pages' })).toBeDefined();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await heading('Works again');
  about.update({ component: shown });
  expect(complain).toHaveBeenCalled();
  warn.mockRestore();
});

describe('the host', () => {
  test('that has ended is named, and goes unnamed when it answers again', async () => {
    const { user, setHost } = openPage('/settings');
    await heading('Settings');
    setHost('gone');
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await screen.findByText('The app behind this page has stopped.');
    setHost('answering');
    await waitFor(
      () => expect(screen.queryByText('The app behind this page has stopped.')).toBeNull(),
      { timeout: 8000 },
    );
  });
});

describe('settings', () => {
  test('change the theme at once, and are kept by the host', async () => {
    const { user, companion } = openPage('/settings');
    await heading('Settings');
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement.style.colorScheme).toBe('dark'));
    expect(await companion.call('settings.get', {})).toMatchObject({
      value: { theme: 'dark' },
    });
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await waitFor(() => expect(document.documentElement.style.colorScheme).toBe('light'));
  });

  test('take over what was changed elsewhere', async () => {
    const { companion } = openPage('/settings');
    await heading('Settings');
    await act(() => companion.call('settings.set', { theme: 'high-contrast' }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'High contrast' }).checked).toBe(
        true,
      ),
    );
  });

  test('the pseudo-language leaves no sentence as it was', async () => {
    const { user } = openPage('/settings');
    await heading('Settings');
    await user.click(screen.getByRole('radio', { name: /Pseudo-language/ }));
    await waitFor(() => expect(document.title).toContain('⟦Šéţţîñĝš'));
    expect(untranslated()).toEqual([]);
  });
});

describe('the command palette', () => {
  test('opens by keyboard, finds by any words, goes there with Enter', async () => {
    const { user } = openPage('/');
    await heading('Welcome to Exchange Companion');
    await user.keyboard('{Control>}k{/Control}');
    const search = await screen.findByRole('combobox', { name: 'Type a page or an action' });
    await user.type(search, 'record expl');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Explain a record Page',
    ]);
    await user.keyboard('{Enter}');
    await heading('Explain a record');
  });

  test('moves by arrow keys round the list, and runs actions', async () => {
    const { user } = openPage('/');
    await heading('Welcome to Exchange Companion');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'theme');
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('High contrast Theme');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(document.documentElement.style.colorScheme).toBe('dark'));
  });

  test('says when nothing has that name, and closes with Escape', async () => {
    const { user } = openPage('/');
    await heading('Welcome to Exchange Companion');
    await user.click(screen.getByRole('button', { name: 'Go to or do…' }));
    await user.type(await screen.findByRole('combobox'), 'xyzzy');
    expect(screen.getByText('Nothing has that name.')).toBeDefined();
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(document.activeElement?.textContent).toContain('Go to or do…');
  });

  test('hides the page from screen readers while it is open, and no longer', async () => {
    const { user } = openPage('/');
    await heading('Welcome to Exchange Companion');
    for (const _ of ['once', 'again']) {
      await user.keyboard('{Control>}k{/Control}');
      await screen.findByRole('dialog');
      await waitFor(() => expect(shownHeading()).toBeNull());
      await user.keyboard('{Escape}');
      await waitFor(() => expect(shownHeading()).not.toBeNull());
    }
  });
});

describe('running jobs', () => {
  test('are listed from any page, and end when they are cancelled', async () => {
    const { user } = openPage('/tlsa');
    const files = makeOpensslFiles();
    onTestFinished(() => files.remove());
    await heading('Make a record');
    await user.click(screen.getByRole('button', { name: 'Jobs' }));
    await screen.findByText('Nothing is running');
    await user.keyboard('{Escape}');
    const input = await screen.findByLabelText('Certificate files', { selector: 'input' });
    await user.upload(input, new File([new Uint8Array(files.slowPfx())], 'slow.pfx'));
    await user.type(await screen.findByLabelText('Password of slow.pfx'), `${pfxPassword}{Enter}`);
    await user.keyboard('{Control>}j{/Control}');
    const drawer = await screen.findByRole('dialog', { name: 'Running jobs' });
    await within(drawer).findByText('Read a certificate file');
    await expectAccessible();
    await user.click(within(drawer).getByRole('button', { name: 'Cancel' }));
    await within(drawer).findByText('Nothing is running');
    await user.click(within(drawer).getByRole('button', { name: 'Close' }));
    await screen.findByText(en['error.cancelled.message']);
  });
});

/** Text of the page that is neither accented nor marked as not to be translated. */
function untranslated(): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const { parentElement } = node;
    if (/[a-z]{2}/i.test(text) && parentElement?.closest('[translate=no], style') === null) {
      found.push(text);
    }
  }
  return found;
}
