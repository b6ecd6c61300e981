import {
  certificateSchema,
  containerFormats,
  fileNoteSchema,
} from '../../../shared/contract/certificates.ts';
import { describe, expect, test } from 'vitest';
import { createIntl } from '@formatjs/intl';
import { en } from '../../../shared/words/en.ts';
import { errorCodes } from '../../../shared/errors.ts';
import {
  keyAlgorithms,
  subjectAlternativeNameSchema,
} from '../../../shared/contract/certificates.ts';

const problems: unknown[] = [];
const intl = createIntl({ locale: 'en', messages: en, onError: (error) => problems.push(error) });
const say = (id: string, params: Record<string, string | number> = {}) => {
  problems.length = 0;
  const text = intl.formatMessage({ id }, params);
  expect(problems).toEqual([]);
  expect(text).not.toMatch(/[{}]/);
  return text;
};

test('every format, role, kind of name, key and note has words', () => {
  for (const format of containerFormats) say(`certificates.format.${format}`);
  for (const role of certificateSchema.shape.role.options) say(`certificates.role.${role}`);
  for (const type of subjectAlternativeNameSchema.shape.type.options)
    say(`certificates.name.${type}`);
  for (const algorithm of keyAlgorithms) {
    say(`certificates.key.${algorithm}`, { bits: 'none', curve: 'none', oid: 'none' });
    say(`certificates.key.${algorithm}`, { bits: 2048, curve: 'SM2', oid: '1.2.3' });
  }
  for (const code of fileNoteSchema.shape.code.options) {
    for (const count of [1, 2]) say(`certificates.note.${code}`, { count });
  }
});

describe('keys', () => {
  test.for([
    ['rsa', { bits: 4096 }, 'RSA, 4096 bits'],
    ['ec', { bits: 256, curve: 'prime256v1' }, 'ECDSA, P-256'],
    ['ec', { bits: 256, curve: 'brainpoolP256r1' }, 'ECDSA, brainpoolP256r1'],
    ['ec', { bits: 256, curve: 'none' }, 'ECDSA, 256 bits'],
    ['ec', { bits: 'none', curve: 'none' }, 'ECDSA'],
    ['unknown', { oid: '1.2.3' }, 'Unknown key type (1.2.3)'],
  ] as const)('%s %o is “%s”', ([algorithm, params, text]) => {
    expect(say(`certificates.key.${algorithm}`, params)).toBe(text);
  });
});

test('every error of a certificate file says what is wrong and what to do', () => {
  const codes = errorCodes.filter((code) => /^(?:file|certificate|pem|pkcs\d+|store)-/.test(code));
  expect(codes.length).toBeGreaterThan(15);
  const params = { name: 'a.pfx', line: 3, size: 5e6, limit: 4194304, count: 9, algorithm: 'RC4' };
  for (const code of codes) {
    expect(say(`error.${code}.message`, params)).toContain('a.pfx');
    expect(say(`error.${code}.action`, params)).toMatch(/\.$/);
  }
});

test('sizes and rounds are told in numbers that a person reads', () => {
  expect(say('error.file-too-large.message', { name: 'a', size: 2147483648, limit: 4194304 })).toBe(
    '“a” has 2,048 MiB; up to 4 MiB are read.',
  );
  const rounds = { name: 'a', count: 6_000_000, limit: 5_000_000 };
  expect(say('error.pkcs12-iterations-too-many.message', rounds)).toBe(
    '“a” asks for 6,000,000 rounds to check its password; up to 5,000,000 are computed.',
  );
});
