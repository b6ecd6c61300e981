import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Interruption } from '../../../../../electron/service/smtp/interruption.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import { openPage } from '../../../../support/openPage.tsx';
import type { ChannelName } from '../../../../../shared/contract/index.ts';
import type { DaneCheck } from '../../../../../shared/dane/check.ts';

/** What a check finds where every connection to port 25 times out. */
async function checkBehindFirewall(): Promise<DaneCheck> {
  await using world = await daneWorld({
    zones: [
      {
        origin: 'example.test',
        text: `@ IN MX 10 mx\nmx IN A 20.0.0.1\n_25._tcp.mx IN TLSA 3 1 1 ${'ab'.repeat(32)}`,
      },
      { origin: 'google.com', text: 'gmail-smtp-in.l IN A 8.0.0.1' },
      { origin: 'comcast.net', text: 'mx1 IN A 8.0.0.2' },
    ],
    connect: () => Promise.reject(new Interruption('connection-timed-out')),
  });
  return await world.check('example.test');
}

test('behind a network that blocks port 25 the page shows the rest, and the ways that are left', async () => {
  const check = await checkBehindFirewall();
  const { companion, user, router } = openPage('/dane');
  const call = companion.call.bind(companion);
  Object.assign(companion, {
    call: (channel: ChannelName, input: never) =>
      channel === 'dane.check'
        ? Promise.resolve({
            ok: true,
            value: { id: 1, place: 'internet', service: 'smtp', check },
          })
        : call(channel, input),
  });
  const field = await screen.findByRole('textbox', { name: /^Domain, e-mail address/ });
  await user.type(field, 'example.test{Enter}');
  await screen.findByRole('heading', { level: 2, name: /Not reachable from here example\.test/ });
  // The DNS was looked at all the same.
  const records = screen.getByRole('table', { name: 'TLSA records of mx.example.test' });
  expect(within(records).getByText(/Not compared/)).toBeDefined();
  const ways = within(
    screen.getByRole('region', { name: 'This network lets nobody out on port 25' }),
  );
  for (const command of [
    'ssh -N -D 1080 mail.example.com',
    'node exo-companion.mjs dane check example.test',
  ]) {
    await user.click(ways.getByRole('button', { name: `Copy ${command}` }));
    expect(await navigator.clipboard.readText()).toBe(command);
  }
  await expectAccessible();
  await user.click(ways.getByRole('link', { name: 'Compare a certificate' }));
  await screen.findByRole('heading', { level: 1, name: 'Check a renewal' });
  expect(router.state.location.search).toEqual({ host: 'mx.example.test' });
  expect(screen.getByDisplayValue('mx.example.test')).toBeDefined();
});
