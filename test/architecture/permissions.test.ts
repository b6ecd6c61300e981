import { describe, expect, test } from 'vitest';
import { allowedCmdlets } from '../../electron/service/exchange/allowedCmdlets.ts';
import { assertAllowedGet } from '../../electron/service/graph/allowedRequests.ts';
import { createWords } from '../../electron/service/words.ts';
import { permissions } from '../../shared/identity/permissions.ts';
import { permissionsPage } from '../../shared/tenant/permissionsPage.ts';
import { describeOtherRoad, describeSource, sourceIds } from '../../shared/tenant/sources.ts';
import { read } from './sources.ts';

const roads = sourceIds.flatMap((id) => [describeSource(id), describeOtherRoad(id) ?? []]).flat();

/** How wide a table's columns are is the formatter's. */
const narrow = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

describe('what the app may ask for', () => {
  test('stands in docs/permissions.md, which the README names', () => {
    // Written by scripts/writePermissions.mjs.
    expect(narrow(read('docs/permissions.md'))).toBe(narrow(permissionsPage(createWords())));
    expect(read('README.md')).toContain('(docs/permissions.md)');
  });

  test('is what its sources need: no cmdlet is allowed and no permission asked for beside', () => {
    const cmdlets = new Set(roads.flatMap((road) => road.cmdlets));
    expect([...cmdlets].toSorted()).toEqual(Object.keys(allowedCmdlets).toSorted());
    const scopes = new Set(roads.flatMap((road) => road.scopes as readonly string[]));
    const others = permissions.filter(({ scope }) => !scopes.has(scope)).map(({ scope }) => scope);
    // Who is signed in.
    expect(others).toEqual(['User.Read']);
  });

  test('only reads: cmdlets that get, and paths of Graph that are on its list', () => {
    for (const name of Object.keys(allowedCmdlets)) expect(name).toMatch(/^Get-[A-Z]/);
    const paths = roads.filter(({ api }) => api === 'graph').map(({ call }) => call);
    expect(paths.length).toBeGreaterThan(10);
    for (const call of paths) {
      expect(call).toMatch(/^GET \//);
      const path = call.slice('GET '.length);
      const asked = path.startsWith('/v1.0/reports/') ? `${path}(period='D30')` : path;
      expect(assertAllowedGet(asked)).toBe(`GET ${asked}`);
    }
  });
});
