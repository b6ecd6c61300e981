import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { externalHosts } from '../../../../../shared/externalHosts.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { topics } from '../../../../../renderer/features/tlsa/guide/topics.ts';

test('every topic is listed, and has an address that leads to its heading', async () => {
  const { user, router } = openPage('/tlsa/guide');
  const contents = await screen.findByRole('navigation', { name: 'On this page' });
  const links = within(contents).getAllByRole('link');
  expect(links).toHaveLength(topics.length);
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  for (const link of links) {
    await user.click(link);
    const heading = screen.getByRole('heading', { level: 2, name: link.textContent });
    expect(document.activeElement).toBe(heading);
    expect(scrolled.mock.contexts.at(-1)).toBe(heading);
  }
  expect(router.state.location.search).toEqual({ topic: topics.at(-1)?.id });
  expect(document.title).toBe('Guide – Exchange Companion');
});

test('a deep link opens its topic', async () => {
  openPage('/tlsa/guide?topic=renewal');
  const heading = await screen.findByRole('heading', { name: 'Why a renewal can stop mail' });
  expect(document.activeElement).toBe(heading);
});

test('links lead out by https alone, to hosts that the shell opens, and name them', async () => {
  openPage('/tlsa/guide');
  await screen.findByRole('heading', { level: 1 });
  const outside = screen
    .getAllByRole<HTMLAnchorElement>('link')
    .filter((link) => /^[a-z]+:/.test(link.getAttribute('href') ?? ''));
  expect(outside.length).toBeGreaterThanOrEqual(5);
  for (const { href, target, rel, parentElement } of outside) {
    const { protocol, host } = new URL(href);
    expect({ protocol, known: externalHosts.includes(host), target, rel }).toEqual({
      protocol: 'https:',
      known: true,
      target: '_blank',
      rel: 'noreferrer',
    });
    expect(parentElement?.textContent).toContain(`(${host})`);
  }
});

test('every picture says what it shows', async () => {
  openPage('/tlsa/guide');
  await screen.findByRole('heading', { level: 1 });
  const pictures = screen.getAllByRole('img');
  expect(pictures).toHaveLength(5);
  for (const picture of pictures) {
    expect(picture.querySelector('title')?.textContent.length).toBeGreaterThan(20);
    expect(picture.closest('figure')?.querySelector('figcaption')?.textContent).toBeTruthy();
  }
  await expectAccessible();
});

test('what older texts say stands with its year, beside what holds now', async () => {
  openPage('/tlsa/guide?topic=history');
  const section = await screen.findByRole('region', { name: 'What older texts say' });
  const then = within(section).getAllByText('Then');
  expect(within(section).getAllByText('Now')).toHaveLength(then.length);
  for (const word of then) expect(word.parentElement?.textContent).toMatch(/^Then · 20\d\d: /);
});
