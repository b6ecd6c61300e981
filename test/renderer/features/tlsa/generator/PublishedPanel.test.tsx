import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { makeOpensslFiles } from '../../../../support/opensslFiles.ts';
import { openPage } from '../../../../support/openPage.tsx';
import type { OpensslFiles } from '../../../../support/opensslFiles.ts';
import type { OpenPage } from '../../../../support/openPage.tsx';

let files: OpensslFiles;
beforeAll(() => {
  files = makeOpensslFiles();
});
afterAll(() => files.remove());

async function compare({ user }: OpenPage) {
  await user.click(await screen.findByRole('button', { name: 'Compare with what is published' }));
  const section = screen.getByRole('region', { name: 'What is published' });
  await within(section).findByText('DNSSEC of the address');
  return within(section);
}

async function openWithChain(host: string) {
  const page = openPage(`/tlsa?host=${host}&place=lab`);
  const input = await screen.findByLabelText('Certificate files', { selector: 'input' });
  await page.user.upload(input, new File([new Uint8Array(files.read('chain.pem'))], 'chain.pem'));
  await screen.findByText('PEM: 2 certificates read');
  return page;
}

test('the certificate of a server goes into the generator, and its record is found published', async () => {
  const page = openPage('/dane?place=lab');
  await page.user.type(
    await screen.findByRole('textbox', { name: /^Domain, e-mail address/ }),
    'good.test{Enter}',
  );
  await screen.findByRole('heading', { level: 2, name: /DANE works good\.test/ });
  await page.user.click(
    screen.getByRole('button', { name: 'Use its certificate in the generator' }),
  );
  await screen.findByRole('heading', { level: 1, name: 'Make a record' });
  const section = await compare(page);
  expect(section.getByText('2 records are published for mx.good.test.')).toBeDefined();
  expect(section.getByText('The record above is published.')).toBeDefined();
  const [leaf, issuer, ...others] = within(
    section.getByRole('list', { name: 'Published records' }),
  ).getAllByRole('listitem');
  expect(leaf?.textContent).toMatch(/^3 1 1 [0-9a-f]{64}.*Belongs to this certificate \(mx/);
  expect(issuer?.textContent).toMatch(/^2 1 1 .*Belongs to an issuer of it \(Practice Lab Root\)/);
  expect(others).toEqual([]);
  await expectAccessible();
});

test('a record that is not there is missed, and published ones of others are told', async () => {
  const page = await openWithChain('mx.good.test');
  const section = await compare(page);
  expect(section.getByText('The record above is not published.')).toBeDefined();
  expect(section.getAllByText(/^Belongs to no certificate here/)).toHaveLength(2);
  // What was found of one server is not said of another.
  const host = screen.getByRole('combobox', { name: 'Host name of the server' });
  await page.user.clear(host);
  await page.user.type(host, 'mx.roll-over.test');
  await screen.findByRole('button', { name: 'Compare with what is published' });
  expect(screen.queryByText('The record above is not published.')).toBeNull();
});

test.each([
  ['mx.insecure.test', /is not signed with DNSSEC: senders look at no TLSA record/],
  ['mx.bogus.test', /could not be found out/],
  ['nowhere.test', /has no address/],
])('%s tells why nothing can be compared', async (host, sentence) => {
  const section = await compare(await openWithChain(host));
  expect(section.getByText(sentence)).toBeDefined();
  expect(section.queryByText(/^The record above/)).toBeNull();
});
