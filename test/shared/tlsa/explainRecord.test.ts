import { describe, expect, it } from 'vitest';
import { createWords } from '../../../electron/service/words.ts';
import { explainRecord } from '../../../shared/tlsa/explainRecord.ts';
import { parseTlsaRecord } from '../../../shared/tlsa/parseRecord.ts';

const words = createWords();
const digest = 'ab'.repeat(32);

function explain(text: string) {
  const parsed = parseTlsaRecord(text);
  if (!parsed.ok) throw new Error(text);
  return explainRecord(parsed.value).map(({ meaning, ...part }) => ({
    ...part,
    sentence: words(meaning.id, meaning.params),
  }));
}

const partOf = (text: string, field: string) => explain(text).find((part) => part.field === field);

describe('explainRecord', () => {
  it('explains every part, in the order in which it is written', () => {
    const parts = explain(`_25._tcp.mail.example.com. 3600 IN TLSA 3 1 1 ${digest}`);
    expect(parts.map(({ field, value, name }) => [field, value, name])).toEqual([
      ['owner', '_25._tcp.mail.example.com.', null],
      ['port', 25, 'SMTP'],
      ['protocol', 'tcp', 'TCP'],
      ['ttl', 3600, null],
      ['usage', 3, 'DANE-EE'],
      ['selector', 1, 'SPKI'],
      ['matchingType', 1, 'SHA2-256'],
      ['data', digest, null],
    ]);
  });

  it('leaves out what does not stand there', () => {
    expect(explain(`3 1 1 ${digest}`).map(({ field }) => field)).toEqual([
      'usage',
      'selector',
      'matchingType',
      'data',
    ]);
  });

  it.each([
    ['usage', ['0', '1', '2', '3'], ['PKIX-TA', 'PKIX-EE', 'DANE-TA', 'DANE-EE']],
    ['selector', ['0', '1'], ['Cert', 'SPKI']],
    ['matchingType', ['0', '1', '2'], ['Full', 'SHA2-256', 'SHA2-512']],
  ])('names each %s as RFC 7218 does, each with a sentence of its own', (field, values, names) => {
    const text = (value: string) =>
      ({
        usage: `${value} 1 1 ab`,
        selector: `3 ${value} 1 ab`,
        matchingType: `3 1 ${value} ab`,
      })[field] ?? '';
    const parts = [...values, '7', '255'].map((value) => partOf(text(value), field));
    const privateNames = { usage: 'PrivCert', selector: 'PrivSel', matchingType: 'PrivMatch' };
    expect(parts.map((part) => part?.name)).toEqual([
      ...names,
      null,
      privateNames[field as keyof typeof privateNames],
    ]);
    expect(new Set(parts.map((part) => part?.sentence)).size).toBe(parts.length);
  });

  it('tells POP3S from IMAPS, which guides confuse', () => {
    expect(partOf('_995._tcp.mail.example.com. IN TLSA 3 1 1 ab', 'port')).toMatchObject({
      name: 'POP3S',
      sentence: expect.stringContaining('993') as string,
    });
    expect(partOf('_993._tcp.mail.example.com. IN TLSA 3 1 1 ab', 'port')?.name).toBe('IMAPS');
  });

  it('says who computes the digest', () => {
    expect(partOf(`3 1 1 ${digest}`, 'data')?.sentence).toMatch(/client computes/);
  });

  it('says that data of the wrong length match nothing', () => {
    expect(partOf('3 1 1 abcd', 'data')?.sentence).toBe(
      '2 bytes, but a SHA-256 digest has 32. No certificate can match.',
    );
    expect(partOf('3 0 0 abcd', 'data')?.sentence).toMatch(/not a certificate/);
    expect(partOf('3 1 9 ab', 'data')?.sentence).toBe('1 byte whose meaning is not known.');
  });

  it('understands an owner that stands for every port, and one that no client asks for', () => {
    expect(partOf('*._tcp.mail.example.com. IN TLSA 3 1 1 ab', 'port')?.value).toBe('*');
    expect(explain('mail.example.com. IN TLSA 3 1 1 ab').map(({ field }) => field)[0]).toBe(
      'owner',
    );
    expect(partOf('mail.example.com. IN TLSA 3 1 1 ab', 'port')).toBeUndefined();
  });
});
