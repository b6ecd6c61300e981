import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { accountOf, clientId, fakeIdentity } from '../../../../support/fakeIdentity.ts';
import { appError, success } from '../../../../../shared/errors.ts';
import { en } from '../../../../../shared/words/en.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { permissions } from '../../../../../shared/identity/permissions.ts';
import type { ErrorCode } from '../../../../../shared/errors.ts';
import type { RegistrationCheck } from '../../../../../shared/contract/identity.ts';

const path = '/tenant/sign-in';
const nobody = { registration: { clientId: null, tenant: null, cloud: 'worldwide' } } as const;
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tenant = () => screen.getByRole('textbox', { name: 'Tenant' });
const inFiveMinutes = () => new Date(Date.now() + 300_000).toISOString();

describe('the first time', () => {
  test('nobody can sign in before the app is registered, and what to do is said', async () => {
    const { open, begun } = fakeIdentity(nobody);
    const { user } = open(path);
    for (const name of ['Sign in with the browser', 'Sign in with a code']) {
      const one = await button(name);
      expect(one.getAttribute('aria-disabled')).toBe('true');
      await user.click(one);
    }
    expect(begun).toEqual([]);
    await screen.findByText(en['signInPage.first']);
    expect(screen.queryByRole('button', { name: 'Check the registration' })).toBeNull();
    await screen.findByText('Accounts', { selector: 'h2' });
    await expectAccessible();
  });

  test('what is typed is checked, saved, and the focus stays', async () => {
    const { open } = fakeIdentity(nobody);
    const { user } = open(path);
    const id = await screen.findByLabelText('Application (client) ID');
    await user.type(id, 'my app');
    await user.type(tenant(), 'not a tenant');
    await user.click(await button('Save'));
    await screen.findByText(en['signInPage.clientId.invalid']);
    await screen.findByText(en['signInPage.tenant.invalid']);
    await user.clear(id);
    await user.type(id, ` ${clientId.toUpperCase()} `);
    await user.clear(tenant());
    await user.type(tenant(), 'Contoso.com');
    await user.click(await button('Save'));
    await screen.findByText(en['signInPage.saved.next']);
    expect(id).toHaveProperty('value', clientId);
    expect(tenant()).toHaveProperty('value', 'contoso.com');
    expect(document.activeElement).toBe(await button('Save'));
    expect((await button('Sign in with the browser')).getAttribute('aria-disabled')).not.toBe(
      'true',
    );
  });

  test('the guide names portal, permissions, commands and manifest, each to be copied', async () => {
    const { user } = fakeIdentity(nobody).open(path);
    const guide = await region('How to register the app');
    const steps = () => guide.getAllByRole('listitem').map(({ textContent }) => textContent);
    await guide.findByText(/^Open https:\/\/entra\.microsoft\.com, then App registrations/);
    expect(steps().join('\n')).not.toContain('Allow public client flows');
    await user.click(guide.getByRole('checkbox'));
    await waitFor(() => expect(steps().join('\n')).toContain('Allow public client flows'));
    await user.click(await guide.findByRole('button', { name: 'Copy http://localhost' }));
    expect(await navigator.clipboard.readText()).toBe('http://localhost');
    await user.click(guide.getByRole('tab', { name: 'PowerShell' }));
    await user.click(await guide.findByRole('button', { name: 'Copy PowerShell' }));
    expect(await navigator.clipboard.readText()).toContain('-IsFallbackPublicClient:$true');
    await user.click(guide.getByRole('tab', { name: 'Azure CLI' }));
    await user.click(await guide.findByRole('button', { name: 'Copy Azure CLI' }));
    expect(await navigator.clipboard.readText()).toContain('az ad app create');
    await user.click(guide.getByRole('tab', { name: 'Manifest' }));
    await user.click(await guide.findByRole('button', { name: 'Copy Manifest' }));
    const manifest = JSON.parse(await navigator.clipboard.readText()) as {
      readonly resourceAccess: readonly unknown[];
    }[];
    expect(manifest.flatMap(({ resourceAccess }) => resourceAccess)).toHaveLength(
      permissions.length,
    );
    await user.click(guide.getByRole('button', { name: /^Permissions that the app can ask for/ }));
    for (const { scope } of permissions) guide.getByText(scope);
    await expectAccessible();
  });

  test('the guide follows the cloud that is chosen, before anything is saved', async () => {
    const { user } = fakeIdentity(nobody).open(path);
    const guide = await region('How to register the app');
    await user.selectOptions(await screen.findByLabelText('Cloud'), 'DoD');
    await guide.findByText(/^Open https:\/\/entra\.microsoft\.us,/);
    await user.click(guide.getByRole('tab', { name: 'Azure CLI' }));
    await guide.findByText(en['signInPage.guide.azureCli.none']);
    await user.selectOptions(screen.getByLabelText('Cloud'), '21Vianet (China)');
    await guide.findByText(/AzureChinaCloud/);
  });
});

describe('the check of a registration', () => {
  test('tells what is good, what is wrong with what to do, and what can’t be told', async () => {
    const checks: RegistrationCheck[] = [
      { check: 'tenant', passed: true, problem: null },
      {
        check: 'application',
        passed: false,
        problem: appError('app-not-in-tenant', { clientId, number: 700016 }),
      },
      { check: 'public-client', passed: null, problem: null },
    ];
    const { user } = fakeIdentity().open(path, {
      'identity.checkRegistration': () => success(checks),
    });
    await user.click(await button('Check the registration'));
    const results = await screen.findByRole('list', { name: 'What the check found' });
    const texts = within(results)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(texts[0]).toBe('Good The tenant in this cloud');
    expect(texts[1]).toMatch(/^Problem .*AADSTS700016.*Compare the application/);
    expect(texts[2]).toMatch(/^Not known .*Can’t be told from here/);
    await expectAccessible();
    // Another registration is not what was checked.
    await user.type(tenant(), 'contoso.com');
    await user.click(await button('Save'));
    await waitFor(() =>
      expect(screen.queryByRole('list', { name: 'What the check found' })).toBeNull(),
    );
  });
});

describe('signing in with the browser', () => {
  test('says what it waits for and how long, and can be cancelled', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with the browser'));
    identity.step({ step: 'browser', until: inFiveMinutes() });
    await screen.findByText(/^(?:5:00|4:\d\d) left to finish\.$/);
    await screen.findByText(en['signInPage.browser.text']);
    await expectAccessible();
    await user.click(await button('Cancel'));
    await screen.findByText(en['signInPage.cancelled']);
    const again = await button(en['signInPage.browser']);
    await vi.waitFor(() => expect(document.activeElement).toBe(again));
    expect(screen.queryByText(/left to finish/)).toBeNull();
  });

  test('ends with the account, where its tokens are, and the way on', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with the browser'));
    expect(identity.begun[0]).toMatchObject({ accountId: null, consent: null });
    await identity.end(success(accountOf('admin@contoso.example')));
    const accounts = await region('Accounts');
    await accounts.findByText('admin@contoso.example', { selector: 'strong' });
    accounts.getByText('In use');
    accounts.getByText(/Tokens are kept in memory and end with the app/);
    expect(accounts.getByRole('link', { name: 'Choose what to read' })).toBeDefined();
  });

  test('says why it failed, with what to do', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    const failures: readonly (readonly [ErrorCode, RegExp])[] = [
      ['sign-in-timeout', /If the browser showed an error/],
      ['app-not-in-tenant', /Compare the application \(client\) ID/],
      ['tenant-required', /Name the tenant beside the application ID/],
      ['redirect-not-registered', /with the address http:\/\/localhost/],
      ['device-condition', /with the browser on a compliant or joined device/],
      ['network-unreachable', /Check the network and the proxy/],
      ['network-proxy', /Ask for an exception/],
      ['clock-wrong', /Set date, time and time zone/],
      ['browser-unavailable', /Sign in with a code instead/],
    ];
    for (const [index, [code, action]] of failures.entries()) {
      await user.click(await button('Sign in with the browser'));
      await waitFor(() => expect(identity.begun).toHaveLength(index + 1));
      const params = { minutes: 5, number: 1, clientId, host: 'login.example', direction: 'ahead' };
      await identity.end({ ok: false, error: appError(code, params) });
      const section = await region('Sign in');
      await section.findByText(action);
      expect(section.queryByRole('button', { name: /Make a link/ })).toBeNull();
    }
  });

  test('where an administrator is needed, there is a link for one', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with the browser'));
    await identity.end({ ok: false, error: appError('admin-consent-required') });
    await user.click(await button(/Make a link for an administrator/));
    await user.click(await button(/^Copy Link for an administrator/));
    expect(await navigator.clipboard.readText()).toBe(
      'https://login.example/null?scope=User.Read+Organization.Read.All',
    );
  });
});

describe('signing in with a code', () => {
  test('shows the code to copy and the page to open', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with a code'));
    identity.step({
      step: 'code',
      userCode: 'ABCD-EFGH',
      verificationUri: 'https://login.microsoft.com/device',
      message: 'To sign in, use a web browser.',
      until: inFiveMinutes(),
    });
    await screen.findByText('ABCD-EFGH', { selector: 'code' });
    await user.click(await button('Copy the code'));
    expect(await navigator.clipboard.readText()).toBe('ABCD-EFGH');
    const link = screen.getByRole('link', { name: 'Open the page' });
    expect(link.getAttribute('href')).toBe('https://login.microsoft.com/device');
    await screen.findByText('To sign in, use a web browser.');
    await expectAccessible();
  });

  test('a page that is not Microsoft’s is no link', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with a code'));
    identity.step({
      step: 'code',
      userCode: 'ABCD-EFGH',
      verificationUri: 'https://login.microsoft.com.evil.example/device',
      message: '',
      until: inFiveMinutes(),
    });
    await screen.findByText('https://login.microsoft.com.evil.example/device', {
      selector: 'code',
    });
    expect(screen.queryByRole('link', { name: 'Open the page' })).toBeNull();
  });

  test('is all there is where no browser can be opened', async () => {
    fakeIdentity({ browser: false }).open(path);
    await screen.findByText(en['signInPage.browser.none']);
    expect(screen.queryByRole('button', { name: 'Sign in with the browser' })).toBeNull();
    await button('Sign in with a code');
  });

  test('begun after the browser’s, takes its place', async () => {
    const identity = fakeIdentity();
    const { user } = identity.open(path);
    await user.click(await button('Sign in with the browser'));
    identity.step({ step: 'browser', until: inFiveMinutes() });
    await user.click(await button('Sign in with a code'));
    await waitFor(() => expect(identity.begun).toHaveLength(2));
    identity.step({
      step: 'code',
      userCode: 'WXYZ-0001',
      verificationUri: 'https://login.example/device',
      message: '',
      until: inFiveMinutes(),
    });
    await screen.findByText('WXYZ-0001', { selector: 'code' });
    expect(screen.queryByText(en['signInPage.browser.text'])).toBeNull();
  });
});

describe('several accounts', () => {
  const first = accountOf('admin@contoso.example');
  const second = accountOf('guest@fabrikam.example', {
    active: false,
    guest: true,
    tenantId: '8a9d4e61-72c3-4f0b-b5d8-0e6c1f3a9b02',
  });

  test('one of them is used, and another can be', async () => {
    const { user } = fakeIdentity({ accounts: [first, second] }).open(path);
    const accounts = await region('Accounts');
    const [a, b] = await accounts.findAllByRole('listitem');
    within(a!).getByText('In use');
    within(b!).getByText('Guest');
    within(b!).getByText('8a9d4e61-72c3-4f0b-b5d8-0e6c1f3a9b02');
    await user.click(within(b!).getByRole('button', { name: 'Use guest@fabrikam.example' }));
    await within(b!).findByText('In use');
    await within(a!).findByRole('button', { name: 'Use admin@contoso.example' });
    await expectAccessible();
  });

  test('signing out takes one away, says so, and the focus is not lost', async () => {
    const { user } = fakeIdentity({ accounts: [first, second] }).open(path);
    await user.click(await button('Sign out admin@contoso.example'));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Sign out admin@contoso.example' })).toBeNull(),
    );
    expect(document.activeElement?.contains(await button(/^Sign out guest/))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    await screen.findByText('admin@contoso.example is signed out here');
  });

  test('one whose session has ended says so, and signs in again as itself', async () => {
    const needs = appError('session-revoked', { account: first.username });
    const identity = fakeIdentity({ accounts: [{ ...first, needs }, second] });
    const { user } = identity.open(path);
    await screen.findByText(/The session of admin@contoso\.example has ended/);
    await user.click(await button('Sign in again'));
    expect(identity.begun[0]).toMatchObject({ accountId: first.id });
    await identity.end(success(first));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign in again' })).toBeNull());
  });
});

test.each([
  ['kept', /You stay signed in: tokens are kept on this computer, encrypted/],
  ['store-changed', /The system’s key store has changed/],
  ['damaged', /were damaged and put aside/],
  ['not-written', /the disk could not be written/],
] as const)('tokens that are %s are said to be', async (keeping, words) => {
  fakeIdentity({ keeping }).open(path);
  await screen.findByText(words);
});

test('a clock that is wrong, and a cloud that is not Microsoft’s, are said', async () => {
  fakeIdentity({ clockAhead: -600, privateCloud: 'Rehearsal' }).open(path);
  await screen.findByText(/This computer’s clock is 10 minutes behind\./);
  await screen.findByText(/A private cloud is in use instead of Microsoft’s: Rehearsal\./);
});

test('what is not verified against Microsoft stands on the page', async () => {
  fakeIdentity().open(path);
  const section = await region('Not verified against Microsoft');
  expect(section.getAllByRole('listitem').length).toBeGreaterThan(4);
});

test('an identity that can’t be read is an error with what to do', async () => {
  const failed = vi.fn(() => ({ ok: false as const, error: appError('internal') }));
  fakeIdentity().open(path, { 'identity.state': failed });
  await screen.findByText(en['error.internal.message']);
});
