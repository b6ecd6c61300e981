import { describe, expect, it } from 'vitest';
import { parseChoice, parseTime, parseWhole } from '../../../electron/cli/options.ts';

describe('parseTime', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23t09:00:00z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00.5Z', '2026-11-23T09:00:00.500Z'],
    ['2026-11-23T09:00:00.123456789Z', '2026-11-23T09:00:00.123Z'],
    ['2026-11-23T09:00:00+01:00', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T23:30:00-05:30', '2026-11-24T05:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s (RFC 3339)', (text, expected) => {
    const time = parseTime('--at', text);
    expect(time.ok && time.value.toISOString()).toBe(expected);
  });

  it.each([
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-11-23T09:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:00:00+24:00',
    '2026-11-23T09:00:00+01',
    'now',
    '1763888400',
    '',
  ])('refuses %j', (text) => {
    expect(parseTime('--at', text)).toMatchObject({
      error: { code: 'usage', params: { problem: 'time', option: '--at', value: text } },
    });
  });
});

describe('parseWhole', () => {
  it('reads decimal numbers within the limits', () => {
    expect(parseWhole('--n', '10', 1, 10)).toEqual({ ok: true, value: 10 });
    for (const text of ['0', '11', '1.0', '+1', '1e0', '0x1', '', ' 1', '9'.repeat(400)]) {
      expect(parseWhole('--n', text, 1, 10)).toMatchObject({ error: { code: 'usage' } });
    }
  });
});

describe('parseChoice', () => {
  it('takes a word of the list, to the letter', () => {
    expect(parseChoice('--x', 'b', ['a', 'b'])).toEqual({ ok: true, value: 'b' });
    expect(parseChoice('--x', 'B', ['a', 'b'])).toMatchObject({
      error: { params: { problem: 'choice', choices: 'a, b' } },
    });
  });
});
