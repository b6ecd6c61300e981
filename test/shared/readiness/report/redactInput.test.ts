import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../../shared/readiness/report/createRedactor.ts';
import { redactInput } from '../../../../shared/readiness/report/redactInput.ts';
import { powerShellQuote } from '../../../../shared/tlsa/quote.ts';
import { powerShellTokens } from '../../../support/powerShellTokens.ts';
import { hostileReport } from '../../../support/hostileReport.ts';

const redactor = () => createRedactor(['contoso.com', 'shop.contoso.com']);

describe('a redactor', () => {
  test('gives the same name to the same thing, wherever it stands', () => {
    const { name, text, command } = redactor();
    expect(name('ann@contoso.com')).toBe('person1@example1.test');
    expect(name('Ann@Contoso.com')).toBe('person1@example1.test');
    expect(name('bob@contoso.com')).toBe('person2@example1.test');
    expect(text('rua=mailto:ann@contoso.com!10m')).toBe('rua=mailto:person1@example1.test!10m');
    expect(command("Set-CASMailbox -Identity 'ann@contoso.com' -EwsEnabled $false")).toBe(
      "Set-CASMailbox -Identity 'person1@example1.test' -EwsEnabled $false",
    );
  });

  test('keeps hosts below the domain that they belong to', () => {
    const { name } = redactor();
    expect(name('contoso.com')).toBe('example1.test');
    expect(name('mail.contoso.com')).toMatch(/^host\d+\.example1\.test$/);
    expect(name('mail.contoso.com.')).toMatch(/^host\d+\.example1\.test\.$/);
    expect(name('contoso-com.mail.protection.outlook.com')).toMatch(
      /^tenant\d+\.mail\.protection\.outlook\.com$/,
    );
  });

  test('keeps what is Microsoft’s and the same for everyone', () => {
    expect(redactor().text('v=spf1 include:spf.protection.outlook.com -all')).toBe(
      'v=spf1 include:spf.protection.outlook.com -all',
    );
  });

  test('finds addresses, ids and networks in texts', () => {
    const { text } = redactor();
    expect(text('ip4:203.0.113.7/24 ip6:2001:db8:5::1 -all')).not.toMatch(/203\.0\.113|db8:5/);
    expect(text('id 3f2504e0-4f89-41d3-9a0c-0305e82c3301.')).not.toContain('3f2504e0');
    expect(text('v=DMARC1; p=reject; pct=100')).toBe('v=DMARC1; p=reject; pct=100');
  });

  test('leaves nothing of a value that is no address, host or id', () => {
    const { name } = redactor();
    expect(name('Fabrikam Ltd')).toBe('Name 1');
    expect(name('FABRIKAM LTD')).toBe('Name 1');
    expect(name('Ann’s laptop')).toBe('Name 2');
  });

  test('finds in texts the names that it met elsewhere', () => {
    const { name, text } = redactor();
    name('Fabrikam');
    expect(text('Action required for FABRIKAM by May')).toBe('Action required for Name 1 by May');
  });

  test('finds them behind letters that grow when they become small', () => {
    const { name, text } = redactor();
    name('Fabrikam İ (Ltd)');
    expect(text('İİİİİİİİ fabrikam İ (LTD) İ')).toBe('İİİİİİİİ Name 1 İ');
  });

  test('leaves commands that PowerShell reads, whatever was quoted', () => {
    const { command } = redactor();
    const redacted = command("Set-CASMailbox -Identity 'o''hara’’s; x' -EwsEnabled $false");
    expect(powerShellTokens(redacted).map(({ value }) => value)).toEqual([
      'Set-CASMailbox',
      '-Identity',
      'Name 1',
      '-EwsEnabled',
      '$false',
    ]);
  });
});

test('counts, statuses, dates and numbers stay as they are', () => {
  const given = hostileReport();
  const redacted = redactInput(given);
  const face = ({ results }: typeof given) =>
    results.map(({ rule, status, severity, deadline, affected, evidence, reason }) => [
      rule,
      status,
      severity,
      deadline,
      affected.count,
      affected.sample.length,
      evidence.length,
      reason.code,
    ]);
  expect(face(redacted)).toEqual(face(given));
  expect(redacted.changes?.entries.length).toBe(given.changes?.entries.length);
});

test('names of properties stay where they are Microsoft’s, and go where they are data', () => {
  const given = hostileReport();
  const properties: Record<string, string> = {
    casMailboxes: 'smtpClientAuthenticationDisabled=null',
    appUsageCounts: 'Outlook For Windows',
    appUsageVersions: 'Outlook of Ann',
    dkim: 'Fabrikam Ltd',
  };
  const evidence = Object.entries(properties).map(([source, property]) => ({
    source: source as 'dkim',
    property,
    value: 1,
  }));
  const results = given.results.map((result) => ({ ...result, evidence }));
  expect(
    redactInput({ ...given, results }).results[0]?.evidence.map(({ property }) => property),
  ).toEqual(['smtpClientAuthenticationDisabled=null', 'Outlook For Windows', '…', '…']);
});

test('nothing of a name is left, whatever it is made of and wherever it stands', () => {
  const given = hostileReport();
  const [some] = given.results;
  if (some === undefined) throw new Error('no results');
  const part = fc.string({ unit: 'binary', maxLength: 12 });
  const shapes = ['', '@mail.example', '.example', ' (0123456789abcdef)', ': Outlook 2016'];
  fc.assert(
    fc.property(part, part, fc.constantFrom(...shapes), (before, after, shape) => {
      const name = `${before}QzCanary${after}${shape}`;
      const commands = [`Set-CASMailbox -Identity ${powerShellQuote(name)} -EwsEnabled $false`];
      const result = {
        ...some,
        subject: name,
        evidence: [
          { source: 'dkim', property: 'selector', value: [name] },
          { source: 'inboundConnectors', property: 'name', value: name },
        ],
        affected: { count: 1, sample: [name] },
        reason: { ...some.reason, params: { subject: name, host: name } },
        remedy: { commands, records: [], rollback: commands, verify: commands },
      } as const;
      const redacted = redactInput({ ...given, tenant: { id: name, name }, results: [result] });
      expect(JSON.stringify(redacted).toLowerCase()).not.toContain('qzcanary');
    }),
    { numRuns: 300 },
  );
});
