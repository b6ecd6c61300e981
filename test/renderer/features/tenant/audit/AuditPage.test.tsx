import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { failure, success } from '../../../../../shared/errors.ts';
import { fakeTenant, tenantKey } from '../../../../support/fakeTenant.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { savedFiles } from '../../../../support/savedFiles.ts';
import { snapshotOf } from '../../../../support/snapshotOf.ts';
import type { Answers } from '../../../../support/openPage.tsx';
import type { OutsideCallView } from '../../../../../shared/contract/tenant.ts';
import type { ParsedInput } from '../../../../../shared/contract/index.ts';

function outsideCall(id: number, known: Partial<OutsideCallView> = {}): OutsideCallView {
  return {
    id,
    at: `2026-11-23T09:00:${String(id % 60).padStart(2, '0')}.120Z`,
    tenantId: tenantKey,
    api: 'exchange',
    call: `Get-OrganizationConfig ${id}`,
    outcome: '200',
    milliseconds: 51.4,
    requestId: `request-${id}`,
    ...known,
  };
}

/** Calls as the service keeps them, the newest first, and what was asked. */
function audited(calls: readonly OutsideCallView[]) {
  const asked: ParsedInput<'tenant.audit'>[] = [];
  const answers: Answers = {
    ...fakeTenant([snapshotOf({})]),
    'tenant.audit': (input) => {
      asked.push(input);
      const { text, api, tenantId, before, limit } = input;
      const found = calls.filter(
        (call) =>
          call.call.includes(text) &&
          (api === null || call.api === api) &&
          (tenantId === null || call.tenantId === tenantId),
      );
      const older = found.filter(({ id }) => before === null || id < before);
      return success({ total: found.length, calls: older.slice(0, limit) });
    },
  };
  return { answers, asked };
}

const table = () => screen.findByRole('table', { name: 'Outside calls' });
const rows = async () =>
  within(await table())
    .getAllByRole('row')
    .slice(1);

/** Its cells, without the headings that narrow windows show. */
const texts = (row: HTMLElement | undefined) =>
  Array.from(row?.querySelectorAll('td') ?? [], ({ textContent }) =>
    textContent.replace(/^[A-Z][\w ]*: /, ''),
  );

test('without a call says that nothing went out', async () => {
  openPage('/settings/audit');
  await screen.findByText('No call was made');
  await expectAccessible();
});

test('each call stands there with when, to whom, what, how it ended, how long it took and its request id', async () => {
  const { answers } = audited([
    outsideCall(2, {
      api: 'graph',
      call: 'GET /v1.0/organization',
      outcome: 'something-new',
      requestId: null,
    }),
    outsideCall(1),
  ]);
  openPage('/settings/audit', answers);
  const [first, second] = await rows();
  expect(texts(first)).toEqual([
    '2026-11-23 09:00:02',
    'Microsoft Graph',
    'GET /v1.0/organization',
    'something-new',
    '51 ms',
    'None was given',
  ]);
  expect(texts(second).slice(1, 3)).toEqual(['Exchange Online', 'Get-OrganizationConfig 1']);
  expect(texts(second)[5]).toBe('request-1');
  await expectAccessible();
});

test('calls are filtered by text, by whom they went to and by tenant', async () => {
  const { answers, asked } = audited([
    outsideCall(3, { api: 'dns', call: 'MX contoso.example', tenantId: null }),
    outsideCall(2, { api: 'graph', call: 'GET /v1.0/domains' }),
    outsideCall(1),
  ]);
  const { user } = openPage('/settings/audit', answers);
  expect((await rows()).length).toBe(3);
  await user.selectOptions(screen.getByLabelText('To'), 'Microsoft Graph');
  await waitFor(async () => expect((await rows()).length).toBe(1));
  await user.selectOptions(screen.getByLabelText('To'), 'All');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Tenant' }), 'Contoso');
  await waitFor(async () => expect((await rows()).length).toBe(2));
  await user.type(screen.getByRole('searchbox', { name: 'Find' }), 'Get-Organization');
  await waitFor(async () => expect((await rows()).length).toBe(1));
  expect(asked.at(-1)).toMatchObject({ tenantId: tenantKey, api: null, text: 'Get-Organization' });
  await user.type(screen.getByRole('searchbox', { name: 'Find' }), ' of nobody');
  await screen.findByText('No call fits');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find' }));
});

test('older calls come when they are asked for', async () => {
  const calls = Array.from({ length: 130 }, (_, n) => outsideCall(130 - n));
  const { user } = openPage('/settings/audit', audited(calls).answers);
  expect((await rows()).length).toBe(100);
  await screen.findByText('100 of 130, the newest first');
  await user.click(screen.getByRole('button', { name: 'Show older ones' }));
  await waitFor(async () => expect((await rows()).length).toBe(130));
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
});

test('the calls that are shown are saved as a file, and what it leaves out is said', async () => {
  const saved = savedFiles();
  const exported: ParsedInput<'tenant.auditExport'>[] = [];
  const { user } = openPage('/settings/audit', {
    ...audited([outsideCall(1)]).answers,
    'tenant.auditExport': (input) => {
      exported.push(input);
      const fileName = `outside-calls-2026-11-23.${input.format}`;
      return success({ fileName, text: 'one\r\n', left: input.format === 'csv' ? 0 : 7 });
    },
  });
  await table();
  await user.selectOptions(screen.getByLabelText('To'), 'Exchange Online');
  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
  await waitFor(() => expect(saved.length).toBe(1));
  expect(saved[0]?.name).toBe('outside-calls-2026-11-23.csv');
  expect(await saved[0]?.text()).toBe('one\r\n');
  expect(exported).toEqual([{ tenantId: null, api: 'exchange', text: '', format: 'csv' }]);
  await user.click(screen.getByRole('button', { name: 'Export as JSON Lines' }));
  await screen.findByText(/7 older calls/);
});

test('calls that can’t be had say why', async () => {
  openPage('/settings/audit', {
    ...fakeTenant([snapshotOf({})]),
    'tenant.audit': () => failure('internal'),
  });
  await screen.findByText(/Something went wrong inside the app/);
});

test('the support bundle is shown whole before it is saved, and saved as it was shown', async () => {
  const saved = savedFiles();
  const { user } = openPage('/settings/audit');
  expect(screen.queryByRole('button', { name: 'Save the bundle' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Make a bundle and show it' }));
  const save = await screen.findByRole('button', { name: 'Save the bundle' });
  const opens = screen.getAllByRole('button', { name: /^Contents of / });
  const shown: (readonly [name: string, text: string])[] = [];
  for (const open of opens) {
    await user.click(open);
    const name = open.textContent;
    shown.push([
      name.replace('Contents of ', ''),
      (await screen.findByRole('region', { name })).textContent,
    ]);
  }
  await expectAccessible();
  await user.click(save);
  await waitFor(() => expect(saved.length).toBe(1));
  const text = (await saved[0]?.text()) ?? '';
  const whole = shown.map(([name, part]) => `===== ${name} =====\n${part.trimEnd()}\n`).join('\n');
  expect(text).toBe(whole);
  expect(shown.map(([name]) => name)).toContain('about.json');
  await screen.findByText(new RegExp(`${saved[0]?.name} will hold`));
});

test('a bundle of hostile text is shown as text', async () => {
  const text = '<img src=x onerror=alert(1)>\n\u202Egnp.exe';
  const { user } = openPage('/settings/audit', {
    'tenant.supportBundle': () =>
      success({ fileName: 'support.txt', files: [{ name: 'log.ndjson', text }] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Make a bundle and show it' }));
  await user.click(await screen.findByRole('button', { name: 'Contents of log.ndjson' }));
  const region = await screen.findByRole('region', { name: 'Contents of log.ndjson' });
  expect(region.querySelector('img')).toBeNull();
  expect(region.textContent).toBe(text);
});
