import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { appError, success } from '../../../../../shared/errors.ts';
import { en } from '../../../../../shared/words/en.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { uploadPartBytes } from '../../../../../shared/contract/tenant.ts';
import type { Answers } from '../../../../support/openPage.tsx';
import type { ParsedInput } from '../../../../../shared/contract/index.ts';
import type { UserEvent } from '@testing-library/user-event';

const path = '/tenant/import';
const transport = JSON.stringify({
  Name: 'Transport Settings',
  SmtpClientAuthenticationDisabled: false,
});
const domains = (initial: string) =>
  JSON.stringify([
    { DomainName: initial, DomainType: 'Authoritative', Default: false, InitialDomain: true },
  ]);
const jsonFile = (name: string, text: string) => new File([text], name);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const chooser = () => screen.findByLabelText('Files to import', { selector: 'input' });
const names = async () =>
  (await list())
    .getAllByRole('listitem')
    .map(({ firstElementChild }) => firstElementChild?.textContent);
const list = async () => within(await screen.findByRole('list', { name: 'Files to be imported' }));

const large = () => new File([' '.repeat(uploadPartBytes * 2 + 10), transport], 'large.json');

async function take(user: UserEvent, ...files: readonly File[]): Promise<void> {
  await user.upload(await chooser(), [...files]);
}

function paste(
  target: Element,
  data: { readonly text?: string; readonly files?: readonly File[] },
) {
  const event = createEvent.paste(target, {
    clipboardData: { files: data.files ?? [], getData: () => data.text ?? '' },
  });
  fireEvent(target, event);
  return event;
}

describe('commands', () => {
  test('are there for each kind of file, each to be copied, or all of them', async () => {
    const { user } = openPage(path);
    await user.click(await button('Copy Transport settings'));
    const one = await navigator.clipboard.readText();
    expect(one).toContain('Get-TransportConfig');
    expect(one).toContain('ConvertTo-Json');
    await screen.findByText('Writes transportConfig.json');
    await user.click(await button('Copy all'));
    const all = (await navigator.clipboard.readText()).split('\n');
    expect(all).toContain(one);
    expect(all.length).toBeGreaterThan(8);
    expect(
      all.filter((line) => /(?:Set|New|Remove|Enable|Disable)-(?!Content)/.test(line)),
    ).toEqual([]);
    await expectAccessible();
  });
});

describe('files', () => {
  test('are chosen, taken away again, and need a tenant before they are imported', async () => {
    const { user } = openPage(path);
    expect((await button('Import')).getAttribute('aria-disabled')).toBe('true');
    await take(user, jsonFile('a.json', transport), jsonFile('b.json', transport));
    expect(await names()).toEqual(['a.json', 'b.json']);
    await user.click(await button('Remove b.json'));
    expect(await names()).toEqual(['a.json']);
    expect((await button('Import 1 file')).getAttribute('aria-disabled')).toBe('true');
    await user.type(screen.getByLabelText('Its name'), 'contoso.example');
    expect((await button('Import 1 file')).getAttribute('aria-disabled')).not.toBe('true');
  });

  test('become a tenant of that name, each said to be what it was recognized as', async () => {
    const { user } = openPage(path);
    await take(user, jsonFile('whatever.txt', `\uFEFF${transport}`));
    await user.type(await screen.findByLabelText('Its name'), 'contoso.example');
    await user.click(await button('Import 1 file'));
    const done = within(await screen.findByRole('region', { name: 'Imported' }));
    done.getByText('contoso.example');
    expect(done.getByRole('listitem').textContent).toContain('Recognized as: Transport settings');
    await expectAccessible();
    // The same tenant is offered for what comes next.
    await user.click(done.getByRole('button', { name: 'Import more' }));
    await take(user, jsonFile('more.json', domains('contoso.onmicrosoft.com')));
    expect(await screen.findByLabelText('Which tenant are they of?')).toHaveProperty(
      'selectedOptions.0.text',
      'contoso.example',
    );
    await user.click(await button('Import 1 file'));
    await screen.findByRole('region', { name: 'Imported' });
    await user.click(screen.getByRole('link', { name: 'Show the tenant' }));
    await screen.findByRole('heading', { level: 1, name: 'Tenant' });
  });

  test('of which one can’t be read are refused together, and the others can go on', async () => {
    const { user } = openPage(path);
    await take(user, jsonFile('good.json', transport), jsonFile('cut.json', '{"a":'));
    await user.type(await screen.findByLabelText('Its name'), 'contoso.example');
    await user.click(await button('Import 2 files'));
    await screen.findByText(/“cut\.json” can’t be read as JSON/);
    await user.click(await button('Remove cut.json'));
    expect(screen.queryByText(/can’t be read as JSON/)).toBeNull();
    await user.click(await button('Import 1 file'));
    await screen.findByRole('region', { name: 'Imported' });
  });

  test('that are empty are said to be', async () => {
    const { user } = openPage(path);
    await take(user, jsonFile('nothing.json', ''));
    await user.type(await screen.findByLabelText('Its name'), 'contoso.example');
    await user.click(await button('Import 1 file'));
    await screen.findByText(en['error.file-empty.message'].replace('{name}', 'nothing.json'));
  });

  test('beyond the twentieth are left out, and that is said', async () => {
    const { user } = openPage(path);
    const many = Array.from({ length: 22 }, (_, index) => jsonFile(`${index}.json`, transport));
    await take(user, ...many);
    await screen.findByText('Up to 20 files at a time; the rest was left out.');
    expect((await list()).getAllByRole('listitem')).toHaveLength(20);
  });

  test('are dropped or pasted anywhere on the page', async () => {
    openPage(path);
    await chooser();
    const heading = screen.getByRole('heading', { level: 1 });
    const dropped = createEvent.drop(heading, {
      dataTransfer: { files: [jsonFile('dropped.json', transport)], types: ['Files'] },
    });
    act(() => void fireEvent(heading, dropped));
    expect(await names()).toEqual(['dropped.json']);
    act(() => void paste(heading, { files: [jsonFile('copied.csv', 'User,Version\n')] }));
    expect(await names()).toEqual(['dropped.json', 'copied.csv']);
  });

  test('may be what a command printed, pasted beside a field', async () => {
    const { user } = openPage(path);
    await chooser();
    const { body } = document;
    act(() => void paste(body, { text: transport }));
    expect(await names()).toEqual(['pasted.json']);
    act(() => void paste(body, { text: 'User,Version\r\njane,16.0\r\n' }));
    expect(await names()).toEqual(['pasted.json', 'pasted.csv']);
    act(() => void paste(body, { text: 'a word' }));
    const name = screen.getByLabelText('Its name');
    act(() => expect(paste(name, { text: transport }).defaultPrevented).toBe(false));
    expect((await list()).getAllByRole('listitem')).toHaveLength(2);
    await user.type(name, 'contoso.example');
    await user.click(await button('Remove pasted.csv'));
    await user.click(await button('Import 1 file'));
    const done = within(await screen.findByRole('region', { name: 'Imported' }));
    expect(done.getByRole('listitem').textContent).toContain('Transport settings');
  });
});

describe('large files', () => {
  test('go over in parts, in order, and none is sent twice', async () => {
    const parts: ParsedInput<'tenant.upload'>[] = [];
    const { user } = openPage(path, {
      'tenant.upload': (part) => {
        parts.push(part);
        return success({ bytes: 0 });
      },
      'tenant.import': () => ({ ok: false, error: appError('tenant-name-missing') }),
    });
    await take(user, large());
    await user.type(await screen.findByLabelText('Its name'), 'x');
    await user.click(await button('Import 1 file'));
    await screen.findByText(en['error.tenant-name-missing.message']);
    expect(parts.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(new Set(parts.map(({ uploadId }) => uploadId)).size).toBe(1);
    const text = parts.map(({ base64 }) => Buffer.from(base64, 'base64').toString()).join('');
    expect(text.trim()).toBe(transport);
    (await list()).getByText('100% taken in');
    await user.click(await button('Import 1 file'));
    await screen.findByText(en['error.tenant-name-missing.message']);
    expect(parts).toHaveLength(3);
  });

  test('can be stopped on their way, and begun again', async () => {
    const { promise: halted, resolve: go } = Promise.withResolvers<void>();
    let parts = 0;
    const { user } = openPage(path, {
      'tenant.upload': async () => {
        parts += 1;
        if (parts === 2) await halted;
        return success({ bytes: 0 });
      },
    });
    await take(user, large());
    await user.type(await screen.findByLabelText('Its name'), 'x');
    await user.click(await button('Import 1 file'));
    await waitFor(() => expect(parts).toBe(2));
    await user.click(await button('Cancel'));
    go();
    await button('Import 1 file');
    expect(parts).toBe(2);
    (await list()).getByText('Ready');
  });

  test('that the service has lost are handed over again', async () => {
    let uploads = 0;
    let imports = 0;
    const { user } = openPage(path, {
      'tenant.upload': () => {
        uploads += 1;
        return success({ bytes: 0 });
      },
      'tenant.import': () => {
        imports += 1;
        return { ok: false, error: appError('upload-broken', { name: 'a.json' }) };
      },
    });
    await take(user, jsonFile('a.json', transport));
    await user.type(await screen.findByLabelText('Its name'), 'x');
    for (const times of [1, 2]) {
      await user.click(await button('Import 1 file'));
      await waitFor(() => expect([uploads, imports]).toEqual([times, times]));
      await button('Import 1 file');
    }
  });
});

describe('files of another tenant', () => {
  const mixed = appError('tenant-mixed', {
    name: 'domains.json',
    found: 'fabrikam.onmicrosoft.com',
    expected: 'contoso.onmicrosoft.com',
  });

  async function openMixed() {
    const asked: ParsedInput<'tenant.import'>[] = [];
    const answers: Answers = {
      'tenant.import': (input) => {
        asked.push(input);
        return { ok: false, error: input.mix ? appError('cancelled') : mixed };
      },
    };
    const page = openPage(path, answers);
    await take(page.user, jsonFile('domains.json', domains('fabrikam.onmicrosoft.com')));
    await page.user.type(await screen.findByLabelText('Its name'), 'contoso.example');
    await page.user.click(await button('Import 1 file'));
    await page.user.click(await button('Mix them all the same…'));
    return { ...page, asked, dialog: within(await screen.findByRole('dialog')) };
  }

  test('are not mixed in before one has said twice that one means it', async () => {
    const { user, asked, dialog } = await openMixed();
    dialog.getByText(/fabrikam\.onmicrosoft\.com.*contoso\.onmicrosoft\.com/);
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Mix them' }));
    expect(asked).toHaveLength(1);
    await user.click(dialog.getByRole('checkbox'));
    await user.click(dialog.getByRole('button', { name: 'Mix them' }));
    await waitFor(() => expect(asked.map(({ mix }) => mix)).toEqual([false, true]));
  });

  test('stay apart when one thinks better of it', async () => {
    const { user, asked, dialog } = await openMixed();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toHaveLength(1);
  });
});

test('a database that can’t be used, and one that was put aside, are said', async () => {
  openPage(path, {
    'tenant.list': () =>
      success({
        inUse: null,
        tenants: [],
        storage: { lasting: false, keptAside: 'history.db.damaged-1' },
      }),
  });
  await screen.findByText(en['tenantPages.storage.notLasting']);
  await screen.findByText(/It was put aside as history\.db\.damaged-1/);
});
