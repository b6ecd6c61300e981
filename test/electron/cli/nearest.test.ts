import { describe, expect, it } from 'vitest';
import { nearest } from '../../../electron/cli/nearest.ts';

const options = ['host', 'port', 'ttl', 'password-stdin', 'json', 'at'];

describe('nearest', () => {
  it.each([
    ['hots', 'host'],
    ['hostt', 'host'],
    ['prot', 'port'],
    ['tl', 'ttl'],
    ['password', 'password-stdin'],
    ['pasword-stdni', 'password-stdin'],
    ['jsonl', 'json'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, options)).toBe(meant);
  });

  it.each(['frobnicate', 'xyz', '', 'x'.repeat(10_000)])('takes %s for nothing', (word) => {
    expect(nearest(word, options)).toBeNull();
  });
});
