import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../../support/accessibility.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { fakeReadiness } from '../../../support/fakeReadiness.ts';
import { openPage } from '../../../support/openPage.tsx';
import { snapshotOf } from '../../../support/snapshotOf.ts';

describe('the start page', () => {
  test('has a door to a tenant, to the demo tenant, and to what needs no account', async () => {
    openPage('/', fakeReadiness({ snapshot: null, at: new Date() }).answers);
    const main = within(await screen.findByRole('main'));
    for (const [name, path] of [
      ['Sign in to a tenant', '/tenant/sign-in'],
      ['Import files', '/tenant/import'],
      ['Make a TLSA record', '/tlsa'],
      ['Check a domain', '/dane'],
    ] as const) {
      const link = await main.findByRole('link', { name });
      expect(link.getAttribute('href')).toContain(path);
    }
    await expectAccessible();
  });

  test('opens the demo tenant and goes to its overview', async () => {
    const fake = fakeReadiness({ snapshot: null, at: new Date(), demo: true });
    const { user } = openPage('/', {
      ...fake.answers,
      async 'tenant.openDemo'() {
        fake.read({ ...snapshotOf({}), takenAt: new Date().toISOString() });
        const { tenants } = await listed(fake);
        const [tenant] = tenants;
        return success({ tenant: tenant!, snapshot: tenant!.newest, sources: [] });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Open the demo tenant' }));
    await screen.findByRole('heading', { level: 1, name: 'Overview' });
    await screen.findByText(/Contoso is made up/);
    await screen.findByRole('region', { name: 'Needs attention first' });
  });

  test('says why the demo tenant could not be opened', async () => {
    const fake = fakeReadiness({ snapshot: null, at: new Date() });
    const { user } = openPage('/', {
      ...fake.answers,
      'tenant.openDemo': () => failure('cancelled'),
    });
    await user.click(await screen.findByRole('button', { name: 'Open the demo tenant' }));
    await screen.findByText('Stopped, as you asked.');
    await screen.findByRole('button', { name: 'Open the demo tenant' });
  });
});

async function listed(fake: ReturnType<typeof fakeReadiness>) {
  const result = await fake.answers['tenant.list']!({});
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
