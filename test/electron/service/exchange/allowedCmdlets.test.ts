import { readdirSync, readFileSync } from 'node:fs';
import {
  anything,
  assert as check,
  constantFrom,
  dictionary,
  oneof,
  property,
  string,
} from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowedCmdlets,
  assertAllowed,
} from '../../../../electron/service/exchange/allowedCmdlets.ts';
import { createExit } from '../../../../electron/service/exchange/exit.ts';
import { callBook, fakeSession, jsonAnswer } from '../../../support/fakeSession.ts';
import { describeOtherRoad, describeSource, sourceIds } from '../../../../shared/tenant/sources.ts';
import type { CmdletInput } from '../../../../electron/service/exchange/allowedCmdlets.ts';

const names = Object.keys(allowedCmdlets);

test('S30: every cmdlet of the list reads', () => {
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(name).toMatch(/^Get-[A-Za-z0-9]+$/);
});

test('S30: every cmdlet that a source names is on the list, and none is there for nothing', () => {
  const roads = sourceIds.flatMap((id) => [describeSource(id), describeOtherRoad(id) ?? []].flat());
  const used = roads.flatMap(({ cmdlets }) => [...cmdlets]);
  expect([...new Set(used)].toSorted()).toEqual(names.toSorted());
});

test('S30: whatever is asked for, nothing but cmdlets of the list with their parameters is sent', async () => {
  const session = fakeSession(() => jsonAnswer({ value: [] }));
  const exit = createExit({
    session,
    clock: () => new Date(0),
    record: callBook().record,
    timeout: 1000,
  });
  const { signal } = new AbortController();
  const cmdlets = oneof(
    string(),
    constantFrom(
      ...names,
      'Set-Mailbox',
      'get-mailbox',
      'Get-Mailbox; Remove-Mailbox',
      'toString',
      '__proto__',
    ),
  );
  const parameters = dictionary(
    oneof(
      string(),
      constantFrom('ResultSize', 'DomainName', 'Identity', 'constructor', '__proto__'),
    ),
    oneof(anything(), constantFrom('Unlimited', true)),
  );
  check(
    property(cmdlets, parameters, string(), (cmdlet, parameters, page) => {
      const before = session.sent.length;
      const input = { cmdlet, parameters } as unknown as CmdletInput;
      try {
        void exit.invoke(
          'https://outlook.office365.com',
          { ...input, select: [], page: null },
          'x',
          signal,
        );
      } catch {
        expect(session.sent).toHaveLength(before);
      }
      try {
        void exit.invoke(
          'https://outlook.office365.com',
          { ...input, select: [page], page },
          'x',
          signal,
        );
      } catch {}
    }),
  );
  expect(session.sent.length).toBeGreaterThan(0);
  for (const { url, body, request } of session.sent) {
    expect(request.method).toBe('POST');
    expect(url.origin).toBe('https://outlook.office365.com');
    expect(url.pathname).toMatch(/^\/adminapi\/beta\/[\w.-]+\/InvokeCommand$/i);
    const { CmdletInput } = body as {
      readonly CmdletInput: { readonly CmdletName: string; readonly Parameters: object };
    };
    expect(names).toContain(CmdletInput.CmdletName);
    const allowed = Object.keys(
      allowedCmdlets[CmdletInput.CmdletName as keyof typeof allowedCmdlets],
    );
    for (const name of Object.keys(CmdletInput.Parameters)) expect(allowed).toContain(name);
  }
});

test('S30: a parameter, a value or a property outside the list is refused', () => {
  const bad: readonly (readonly [unknown, readonly string[]])[] = [
    [{ cmdlet: 'Set-Mailbox', parameters: {} }, []],
    [{ cmdlet: 'Get-Mailbox', parameters: { Identity: 'x' } }, []],
    [{ cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'All' } }, []],
    [
      { cmdlet: 'Get-OrganizationConfig', parameters: { RetrieveEwsOperationAccessPolicy: false } },
      [],
    ],
    [{ cmdlet: 'Get-SmtpDaneInboundStatus', parameters: { DomainName: ['a'] } }, []],
    [{ cmdlet: 'Get-Mailbox', parameters: {} }, ['A&x=1']],
  ];
  for (const [input, select] of bad)
    expect(() => assertAllowed(input as CmdletInput, select)).toThrow(/not allowed/);
});

test('S30: no other file of the folder has a way to the network', () => {
  const folder = 'electron/service/exchange';
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files.filter((name) => name !== 'exit.ts')) {
    const source = readFileSync(`${folder}/${file}`, 'utf8');
    expect(source, file).not.toMatch(
      /\bfetch\b|exchangeOverHttps\(|node:(?:https?|net|tls|http2)\b/,
    );
  }
});
