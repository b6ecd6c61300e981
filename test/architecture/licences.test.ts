import { describe, expect, test } from 'vitest';
import { init } from 'license-checker-rseidelsohn';
import { repository } from './sources.ts';

/** What may be shipped or built with under MIT. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'MPL-2.0',
]);

describe('licences', () => {
  test('every installed package has one of the licences we may build with', async () => {
    const packages = await new Promise<Record<string, { licenses?: string | string[] }>>(
      (resolve, reject) => {
        init({ start: repository, excludePrivatePackages: true }, (error, found) => {
          if (error) reject(error);
          else resolve(found as Record<string, { licenses?: string | string[] }>);
        });
      },
    );
    const names = Object.keys(packages);
    expect(names.length).toBeGreaterThan(300);
    const refused = names.filter((name) => !acceptable(packages[name]?.licenses));
    expect(refused.map((name) => `${name}: ${String(packages[name]?.licenses)}`)).toEqual([]);
  });
});

/** SPDX expressions: `OR` needs one allowed side, `AND` both. A trailing `*` marks a guess from a file. */
function acceptable(licences: string | string[] | undefined): boolean {
  if (licences === undefined) return false;
  const expressions = Array.isArray(licences) ? licences : [licences];
  return expressions.every((expression) =>
    expression
      .replaceAll(/[()*]/g, '')
      .split(/\sOR\s/)
      .some((side) => side.split(/\sAND\s/).every((licence) => allowed.has(licence.trim()))),
  );
}
