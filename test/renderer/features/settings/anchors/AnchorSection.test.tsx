import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { en } from '../../../../../shared/words/en.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { openPage } from '../../../../support/openPage.tsx';

const digest = '0123456789abcdef'.repeat(4);
const line = `corp. 3600 IN DS 12345 13 2 ${digest}`;
const section = () => screen.findByRole('region', { name: 'Trust anchors' });
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Trust anchors' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

async function openForm() {
  const page = openPage('/settings');
  await section();
  await page.user.click(screen.getByRole('button', { name: 'Import others' }));
  const field = screen.getByRole('textbox', { name: 'DS or DNSKEY records, or root-anchors.xml' });
  return { ...page, field };
}

test('the built-in keys of the root are shown, with how long they are valid', async () => {
  openPage('/settings');
  await section();
  const shown = await rows();
  expect(shown.map(([zone, key]) => [zone, key])).toEqual([
    ['.', '38696 RSASHA256'],
    ['.', '20326 RSASHA256'],
  ]);
  expect(shown[0]?.[2]).toBe(
    'SHA-256 683d2d0acb8c9b712a1948b27f741219298d0a450d612c483af444a4c0fb2b16',
  );
  expect(shown[0]?.[3]).toMatch(/^from Jul 1[78], 2024/);
  expect(shown[1]?.[3]).toMatch(/^from Feb [12], 2017 to Jan 1[01], 2027/);
  expect(screen.queryByRole('button', { name: 'Go back to the built-in keys' })).toBeNull();
});

test('pasted records replace them, and one can go back', async () => {
  const { user, field } = await openForm();
  await user.click(field);
  await user.paste(`${line}\n${line.replace('12345', '54321')}\n`);
  await user.click(screen.getByRole('button', { name: 'Use these' }));
  expect(await screen.findByText(en['networkSettings.anchors.imported'])).toBeDefined();
  expect(await rows()).toEqual([
    ['corp', '12345 ECDSAP256SHA256', `SHA-256 ${digest}`, 'always'],
    ['corp', '54321 ECDSAP256SHA256', `SHA-256 ${digest}`, 'always'],
  ]);
  expect(field).toHaveProperty('value', '');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Go back to the built-in keys' }));
  expect(await screen.findByText(en['networkSettings.anchors.built-in'])).toBeDefined();
  expect(await rows()).toHaveLength(2);
});

test('a file is read into the field, to be looked at before it counts', async () => {
  const { user, field } = await openForm();
  const file = new File([`${line}\n`], 'anchors.txt');
  await user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file);
  expect(await screen.findByDisplayValue(/corp\. 3600 IN DS/)).toBe(field);
  expect(await rows()).toHaveLength(2);
  expect(screen.getByText(en['networkSettings.anchors.built-in'])).toBeDefined();
});

test.each([
  ['corp. IN DS 12345 13 2 abc', 'Line 1 is no record.'],
  ['\n\ncorp. IN NOTHING', 'Line 3 is no record.'],
  ['corp. IN MX 10 mail', 'A record of “corp.” is no trust anchor.'],
  ['; nothing', 'There is no trust anchor in it.'],
  ['<!DOCTYPE x><TrustAnchor/>', 'This is no well-formed XML file of trust anchors.'],
  ['<Other></Other>', 'The XML file is not one of trust anchors.'],
  ['x'.repeat(70_000), 'What was asked for is too large to be handled at once.'],
])('what is no anchor is refused, with the place: %s', async (text, message) => {
  const { user, field } = await openForm();
  await user.click(field);
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Use these' }));
  expect(await screen.findByText(message)).toBeDefined();
  expect(screen.getByText(en['networkSettings.anchors.built-in'])).toBeDefined();
});

test('anchors that have ended are refused, and say when', async () => {
  const { user, field } = await openForm();
  await user.click(field);
  await user.paste(`<TrustAnchor><Zone>.</Zone>
    <KeyDigest validFrom="2017-02-02T00:00:00+00:00" validUntil="2019-01-11T00:00:00+00:00">
    <KeyTag>19036</KeyTag><Algorithm>8</Algorithm><DigestType>2</DigestType>
    <Digest>${digest}</Digest></KeyDigest></TrustAnchor>`);
  await user.click(screen.getByRole('button', { name: 'Use these' }));
  expect(
    await screen.findByText('The last key of the trust anchor of . ended on 2019-01-11.'),
  ).toBeDefined();
});
