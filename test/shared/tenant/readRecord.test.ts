import { describe, expect, test } from 'vitest';
import { createRecordReader } from '../../../shared/tenant/readRecord.ts';
import { casMailboxFields, casMailboxSchema } from '../../../shared/tenant/records/exchange.ts';

const answer = {
  PrimarySmtpAddress: 'printer@contoso.example',
  SmtpClientAuthenticationDisabled: null,
  PopEnabled: false,
  ImapEnabled: true,
  ActiveSyncEnabled: true,
  EwsEnabled: null,
  MAPIEnabled: true,
  OWAEnabled: true,
  SomethingNewFromMicrosoft: { nested: [1, 2] },
};

describe('a record', () => {
  test('keeps what the table names, null as null, and drops the rest', () => {
    const reader = createRecordReader(casMailboxFields);
    const record = reader.read(answer);
    expect(record).toMatchObject({
      primarySmtpAddress: 'printer@contoso.example',
      smtpClientAuthenticationDisabled: null,
      popEnabled: false,
      ewsEnabled: null,
    });
    expect(JSON.stringify(record)).not.toContain('SomethingNew');
    expect(casMailboxSchema.parse(record)).toEqual(record);
    expect(reader.missing).toEqual([]);
  });

  test('without a property tells that it is missing, which null does not', () => {
    const reader = createRecordReader(casMailboxFields);
    const { SmtpClientAuthenticationDisabled: _, ...rest } = answer;
    reader.read(rest);
    reader.read(answer);
    expect(reader.missing).toEqual(['smtpClientAuthenticationDisabled']);
    expect(reader.unreadable).toEqual([]);
  });

  test('with a value of another kind tells so, and does not guess', () => {
    const reader = createRecordReader(casMailboxFields);
    const record = reader.read({ ...answer, PopEnabled: 'perhaps' });
    expect(record?.popEnabled).toBeNull();
    expect(reader.unreadable).toEqual(['popEnabled']);
  });

  test('typed in another case is read when it was imported, and only then', () => {
    const typed = Object.fromEntries(
      Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const imported = createRecordReader(casMailboxFields, 'any-case');
    expect(imported.read(typed)?.imapEnabled).toBe(true);
    expect(imported.missing).toEqual([]);
    expect(createRecordReader(casMailboxFields).read(typed)?.imapEnabled).toBeNull();
  });

  test('that is none is skipped and counted', () => {
    const reader = createRecordReader(casMailboxFields);
    expect([null, [], 'x', 3].map((raw) => reader.read(raw))).toEqual([null, null, null, null]);
    expect(reader.skipped).toBe(4);
  });

  test('named like what every object inherits is not found in it', () => {
    const reader = createRecordReader(casMailboxFields);
    const hostile = JSON.parse('{"__proto__": {"PopEnabled": true}, "constructor": 1}') as unknown;
    expect(reader.read(hostile)?.popEnabled).toBeNull();
  });
});
