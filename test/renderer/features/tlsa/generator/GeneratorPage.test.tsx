import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import {
  hostInCertificate,
  makeOpensslFiles,
  pfxPassword,
} from '../../../../support/opensslFiles.ts';
import { openPage } from '../../../../support/openPage.tsx';
import type { OpensslFiles } from '../../../../support/opensslFiles.ts';
import type { UserEvent } from '@testing-library/user-event';

let files: OpensslFiles;
beforeAll(() => {
  files = makeOpensslFiles();
});
afterAll(() => files.remove());

function fileOf(name: Parameters<OpensslFiles['read']>[0]): File {
  return new File([new Uint8Array(files.read(name))], name);
}

async function choose(user: UserEvent, ...chosen: readonly File[]): Promise<void> {
  const input = await screen.findByLabelText('Certificate files', { selector: 'input' });
  await user.upload(input, [...chosen]);
}

/** Of a page with the chain's record on it. */
async function openWithChain(path = '/tlsa') {
  const page = openPage(path);
  await choose(page.user, fileOf('chain.pem'));
  await screen.findByText('PEM: 2 certificates read');
  return page;
}

function recordText(): string {
  return screen.getByRole('group', { name: 'The record' }).textContent;
}

function hostField(): HTMLInputElement {
  return screen.getByRole('combobox', { name: 'Host name of the server' });
}

function paste(target: Element, text: string): boolean {
  const data = { getData: () => text, files: [] };
  return fireEvent.paste(target, { clipboardData: data });
}

describe('reading files', () => {
  test('a PEM file gives the 3 1 1 line of the server’s certificate', async () => {
    await openWithChain();
    expect(recordText()).toBe(
      `_25._tcp.${hostInCertificate}. 3600 IN TLSA 3 1 1 ${files.publicKeySha256('leaf.pem')}`,
    );
  });

  test('PKCS #7 and DER are read as well, whatever they are called', async () => {
    const { user } = openPage('/tlsa');
    const renamed = new File([new Uint8Array(files.read('leaf.der'))], 'certificate.txt');
    await choose(user, fileOf('mail.p7b'), renamed);
    await screen.findByText('PKCS #7: 2 certificates read');
    await screen.findByText('DER: 1 certificate read');
  });

  test('one bad file says why, and loses no other', async () => {
    const { user } = openPage('/tlsa');
    await choose(user, fileOf('page.cer'), fileOf('chain.pem'), new File([], 'empty.pem'));
    await screen.findByText('PEM: 2 certificates read');
    expect(screen.getByText('“page.cer” is a web page, not a certificate.')).toBeDefined();
    expect(screen.getByText('“empty.pem” is empty.')).toBeDefined();
    expect(recordText()).toContain(files.publicKeySha256('leaf.pem'));
  });

  test('a file that is too large is refused before it is read', async () => {
    const { user, calls } = openPage('/tlsa');
    const large = new File(['x'], 'disk.vhdx');
    Object.defineProperty(large, 'size', { value: 2 * 1024 ** 3 });
    await choose(user, large);
    expect(await screen.findByText(/“disk.vhdx” has 2,?048 MiB/)).toBeDefined();
    expect(calls).not.toContain('certificates.read');
  });

  test('more files than are kept are left out, and counted', async () => {
    const { user } = openPage('/tlsa');
    const empty = Array.from({ length: 103 }, (_, index) => new File([], `${index}.pem`));
    await choose(user, ...empty);
    await screen.findByText('Up to 100 files are kept here; 3 more were left out.');
    expect(
      within(screen.getByRole('list', { name: 'Files' })).getAllByRole('listitem'),
    ).toHaveLength(100);
  });

  test('a file that is dropped beside its place is read all the same', async () => {
    openPage('/tlsa');
    const heading = await screen.findByRole('heading', { level: 1 });
    const data = { types: ['Files'], files: [fileOf('chain.pem')], getData: () => '' };
    expect(fireEvent.drop(heading, { dataTransfer: data })).toBe(false);
    await screen.findByText('PEM: 2 certificates read');
  });

  test('a file that is dropped where no page wants it does not replace the app', async () => {
    openPage('/settings');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Settings' });
    const files = { types: ['Files'], files: [fileOf('chain.pem')], getData: () => '' };
    expect(fireEvent.drop(heading, { dataTransfer: files })).toBe(false);
    const text = { types: ['text/plain'], files: [], getData: () => 'a name' };
    expect(fireEvent.drop(heading, { dataTransfer: text })).toBe(true);
  });

  test('a PKCS #12 file asks for its password, again when it was wrong, and keeps none', async () => {
    const { user } = openPage('/tlsa');
    await choose(user, fileOf('mail.pfx'));
    const label = 'Password of mail.pfx';
    await user.type(await screen.findByLabelText(label), 'wrong{Enter}');
    expect(await screen.findByText('This is not the password of “mail.pfx”.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), `${pfxPassword}{Enter}`);
    await screen.findByText('PKCS #12: 2 certificates read');
    expect(screen.getByText(/It was not read, kept or shown/)).toBeDefined();
    expect(recordText()).toContain(files.publicKeySha256('leaf.pem'));
    expect(document.body.innerHTML).not.toContain(pfxPassword);
  });

  test('a password prompt can be left without harm to other files', async () => {
    const { user } = openPage('/tlsa');
    await choose(user, fileOf('mail.pfx'), fileOf('chain.pem'));
    await screen.findByText('PEM: 2 certificates read');
    await screen.findByLabelText('Password of mail.pfx');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('mail.pfx')).toBeNull();
    expect(screen.getByText('chain.pem')).toBeDefined();
  });

  test('removing the file of the selected certificate selects another, or none', async () => {
    const { user } = await openWithChain();
    await choose(user, fileOf('leaf.der'));
    await screen.findByText('DER: 1 certificate read');
    await user.click(screen.getByRole('button', { name: 'Remove chain.pem' }));
    expect(recordText()).toContain(files.publicKeySha256('leaf.pem'));
    await user.click(screen.getByRole('button', { name: 'Remove leaf.der' }));
    expect(screen.getByText('It appears here')).toBeDefined();
  });

  test('PEM text that is pasted anywhere is read, even into a field', async () => {
    await openWithChain();
    const host = hostField();
    expect(paste(host, files.read('leaf.pem').toString())).toBe(false);
    await screen.findByText('PEM: 1 certificate read');
    expect(screen.getByText('Pasted text')).toBeDefined();
  });

  test('other text that is pasted goes where the person pastes it', async () => {
    await openWithChain();
    const host = hostField();
    expect(paste(host, 'mail.example.net')).toBe(true);
    expect(screen.queryByText('Pasted text')).toBeNull();
  });
});

describe('the certificate', () => {
  test('is shown as people compare it', async () => {
    await openWithChain();
    const details = screen.getByRole('region', { name: 'Certificate' });
    const shown = Object.fromEntries(
      within(details)
        .getAllByRole('term')
        .map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']),
    );
    expect(shown).toMatchObject({
      Subject: 'CN=mail.example.com,O=Example',
      Names: 'autodiscover.example.com, mail.example.com, xn--bcher-kva.example',
      Issuer: 'CN=Example Issuing CA,O=Example Trust',
      Key: 'ECDSA, P-256',
      'Signed with': 'ecdsa-with-SHA256',
    });
    expect(shown['SHA-256 fingerprint']).toMatch(/^[0-9a-f]{64}/);
    expect(shown['Thumbprint (SHA-1)']).toMatch(/^[0-9a-f]{40}/);
    const chain = within(details).getByRole('list');
    expect(
      within(chain)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['mail.example.comServer certificate', 'Example Issuing CAIssuer']);
  });

  test('another one can be selected', async () => {
    const { user } = await openWithChain();
    await user.click(screen.getByRole('radio', { name: /Example Issuing CA/ }));
    expect(recordText()).toContain(`3 1 1 ${files.publicKeySha256('issuing.pem')}`);
  });
});

describe('the form', () => {
  test('suggests the likely mail host, and offers every name as people write it', async () => {
    const { user } = await openWithChain();
    const host = hostField();
    expect(host.value).toBe('mail.example.com');
    await user.click(host);
    await user.keyboard('{ArrowDown}');
    const names = (await screen.findAllByRole('option')).map((option) => option.textContent);
    expect(names).toContain('bücher.example');
    await user.click(screen.getByRole('option', { name: 'bücher.example' }));
    expect(host.value).toBe('bücher.example');
    expect(screen.getByText('In the DNS: xn--bcher-kva.example')).toBeDefined();
    expect(recordText()).toContain('_25._tcp.xn--bcher-kva.example.');
  });

  test('keeps a typed host when another certificate is selected', async () => {
    const { user } = await openWithChain();
    const host = hostField();
    await user.clear(host);
    await user.type(host, 'mx.example.net');
    await user.click(screen.getByRole('radio', { name: /Example Issuing CA/ }));
    expect(host.value).toBe('mx.example.net');
  });

  test('says what is wrong with a name, and shows the data alone meanwhile', async () => {
    const { user } = await openWithChain();
    const host = hostField();
    await user.clear(host);
    expect(screen.getByText(/Fill in host name and port to get the whole line/)).toBeDefined();
    await user.type(host, '*.example.com');
    expect(screen.getAllByText(/a TLSA record belongs to one server/)).not.toHaveLength(0);
    expect(recordText()).toBe(`3 1 1 ${files.publicKeySha256('leaf.pem')}`);
  });

  test('takes port and protocol from the service, or the person’s own', async () => {
    const { user } = await openWithChain();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'Web (HTTPS, 443)');
    expect(recordText()).toContain('_443._tcp.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'Own port');
    expect(screen.getByText(/Fill in host name and port/)).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: 'Port' }), '8443');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Protocol' }), 'sctp');
    expect(recordText()).toContain('_8443._sctp.');
    expect(screen.getByDisplayValue('Own port')).toBe(
      screen.getByRole('combobox', { name: 'Service' }),
    );
  });

  test('has a zone of its own, guessed until it is typed', async () => {
    const { user } = await openWithChain();
    const zone = screen.getByRole<HTMLInputElement>('textbox', {
      name: 'Zone that holds the record',
    });
    expect(zone.value).toBe('example.com');
    await user.click(screen.getByRole('tab', { name: 'Windows DNS Server' }));
    expect(screen.getByText(/-ZoneName 'example.com' -Name '_25._tcp.mail'/)).toBeDefined();
    await user.clear(zone);
    await user.type(zone, 'mail.example.com');
    expect(screen.getByText(/-ZoneName 'mail.example.com' -Name '_25._tcp'/)).toBeDefined();
  });

  test('explains each number anew as it changes', async () => {
    const { user } = await openWithChain();
    const described = { name: 'Certificate usage' };
    screen.getByRole('radiogroup', { ...described, description: /exactly this certificate/ });
    await user.click(screen.getByRole('radio', { name: '2 – DANE-TA' }));
    screen.getByRole('radiogroup', { ...described, description: /issued below this issuer/ });
  });

  test('takes usage 2 from the issuer and never from the server’s certificate', async () => {
    const { user } = await openWithChain();
    await user.click(screen.getByRole('radio', { name: '2 – DANE-TA' }));
    expect(recordText()).toContain(`2 1 1 ${files.publicKeySha256('issuing.pem')}`);
  });

  test('says what is missing where usage 2 has no issuer', async () => {
    const { user } = openPage('/tlsa');
    await choose(user, fileOf('leaf.pem'));
    await screen.findByText('PEM: 1 certificate read');
    await user.click(screen.getByRole('radio', { name: '2 – DANE-TA' }));
    expect(screen.getByText(/Usage 2 needs the certificate of an issuer/)).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '3 – DANE-EE' }));
    expect(recordText()).toContain('3 1 1');
  });

  test('is filled in by a link', async () => {
    await openWithChain('/tlsa?host=mx.example.org&port=587');
    expect(recordText()).toContain('_587._tcp.mx.example.org.');
  });

  test('stays as it was while the person is on other pages', async () => {
    const { user } = await openWithChain();
    await user.click(screen.getByRole('radio', { name: '2 – SHA2-512' }));
    const before = recordText();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await user.click(screen.getByRole('link', { name: 'Make a record' }));
    await screen.findByText('PEM: 2 certificates read');
    expect(recordText()).toBe(before);
  });
});

describe('taking the record away', () => {
  test('copies the line, and says so', async () => {
    const { user } = await openWithChain();
    await user.click(screen.getByRole('button', { name: 'Copy the record' }));
    expect(await navigator.clipboard.readText()).toBe(recordText());
    await waitFor(() => expect(screen.getAllByRole('status').map(textOf)).toContain('Copied'));
  });

  test('copies the line by keyboard from anywhere on the page', async () => {
    const { user } = await openWithChain();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await navigator.clipboard.readText()).toBe(recordText());
  });

  test('offers every form', async () => {
    const { user } = await openWithChain();
    const marks: Readonly<Record<string, RegExp>> = {
      'Zone file': /IN TLSA 3 1 1/,
      'Generic form (RFC 3597)': /TYPE52 \\# 35 030101/,
      'Windows DNS Server': /Add-DnsServerResourceRecord -TLSA/,
      'Azure DNS': /az network dns record-set tlsa add-record/,
      Cloudflare: /"matching_type": 1/,
      'Amazon Route 53': /"ResourceRecordSet"/,
      JSON: /"matchingType": 1/,
    };
    expect(screen.getAllByRole('tab')).toHaveLength(Object.keys(marks).length);
    for (const [tab, mark] of Object.entries(marks)) {
      await user.click(screen.getByRole('tab', { name: tab }));
      expect(screen.getByRole('tabpanel', { name: tab }).textContent).toMatch(mark);
    }
  });

  test('lists 24 combinations for a certificate with one issuer, to filter and to copy', async () => {
    const { user } = await openWithChain();
    const section = screen.getByRole('region', { name: 'Every combination (24)' });
    const rows = () => within(section).getAllByRole('row').slice(1);
    expect(rows()).toHaveLength(24);
    await user.selectOptions(
      within(section).getByRole('combobox', { name: 'Certificate usage' }),
      '2 – DANE-TA',
    );
    expect(rows()).toHaveLength(6);
    await user.click(within(section).getByRole('button', { name: 'Copy 2 1 1' }));
    expect(await navigator.clipboard.readText()).toBe(
      `_25._tcp.mail.example.com. 3600 IN TLSA 2 1 1 ${files.publicKeySha256('issuing.pem')}`,
    );
    await user.click(within(section).getByRole('button', { name: 'Copy 6 records' }));
    expect((await navigator.clipboard.readText()).split('\n')).toHaveLength(6);
  });

  test('lists 12 combinations for a certificate alone', async () => {
    const { user } = openPage('/tlsa');
    await choose(user, fileOf('leaf.pem'));
    await screen.findByRole('region', { name: 'Every combination (12)' });
  });
});

test('the page is accessible, empty and with everything on it', async () => {
  const { user } = openPage('/tlsa');
  await screen.findByRole('heading', { level: 1 });
  await expectAccessible();
  await choose(user, fileOf('mail.pfx'), fileOf('page.cer'), fileOf('chain.pem'));
  await screen.findByText('PEM: 2 certificates read');
  await screen.findByLabelText('Password of mail.pfx');
  await expectAccessible();
});

function textOf(element: Element): string {
  return element.textContent;
}
