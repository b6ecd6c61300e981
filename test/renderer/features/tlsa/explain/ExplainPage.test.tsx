import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { openPage } from '../../../../support/openPage.tsx';

const digest = '12'.repeat(32);
const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'TLSA record' });

test('a pasted record is explained part by part', async () => {
  const { user } = openPage('/tlsa/explain');
  await user.click(await box());
  await user.paste(`_25._tcp.mail.example.com. 3600 IN TLSA ( 3 1 1 ; ours\n ${digest} )`);
  await screen.findByText('Senders can use this record');
  const parts = screen.getByRole('region', { name: 'The record part by part' });
  expect(
    within(parts)
      .getAllByRole('term')
      .map((term) => term.firstChild?.textContent),
  ).toEqual([
    'Owner name',
    'Port',
    'Protocol',
    'Time to live',
    'Certificate usage',
    'Selector',
    'Matching type',
    'Data',
  ]);
  await expectAccessible();
});

test('a record that senders pass over is named so, with the reason', async () => {
  const { user } = openPage('/tlsa/explain');
  await user.click(await box());
  await user.paste(`1 1 1 ${digest}`);
  await screen.findByText('Senders can’t use this record');
  const advice = screen.getByRole('region', { name: 'Advice' });
  expect(within(advice).getByText(/Senders of mail don’t use usage 1/)).toBeDefined();
});

test('text that is no record says what is wrong with it', async () => {
  const { user } = openPage('/tlsa/explain');
  await user.type(await box(), '3 1 1 12345');
  expect(await screen.findByText(/has 5 digits, an odd number/)).toBeDefined();
});

test('a link brings a record along, and what is typed afterwards is the person’s', async () => {
  const { user, router } = openPage(
    `/tlsa/explain?record=${encodeURIComponent(`2 1 1 ${digest}`)}`,
  );
  const field = await box();
  expect(field.value).toBe(`2 1 1 ${digest}`);
  await user.clear(field);
  expect(field.value).toBe('');
  expect(router.state.location.search).toEqual({});
});

test('what was typed is still there after other pages', async () => {
  const { user } = openPage('/tlsa/explain');
  await user.click(await screen.findByRole('button', { name: 'Take an example' }));
  const { value } = await box();
  expect(value).toContain('IN TLSA 3 1 1');
  await user.click(screen.getByRole('link', { name: 'Guide' }));
  await screen.findByRole('heading', { level: 1, name: 'Guide' });
  await user.click(screen.getByRole('link', { name: 'Explain a record' }));
  expect((await box()).value).toBe(value);
});
