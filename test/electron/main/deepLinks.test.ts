import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeOfArguments, routeOfDeepLink } from '../../../electron/main/deepLinks.ts';
import { events } from '../../../shared/contract/index.ts';

describe('deep links (SECURITY: S27)', () => {
  test('name a page', () => {
    expect(routeOfDeepLink('exo-companion://settings')).toBe('/settings');
    expect(routeOfDeepLink('exo-companion://settings/')).toBe('/settings');
    expect(routeOfDeepLink('EXO-COMPANION://tlsa/explain')).toBe('/tlsa/explain');
    expect(routeOfDeepLink('exo-companion://dane/contoso.com?tab=chain&ip=192.0.2.1')).toBe(
      '/dane/contoso.com?tab=chain&ip=192.0.2.1',
    );
  });

  test('name nothing else', () => {
    const others = [
      '',
      'exo-companion:',
      'exo-companion://',
      'exo-companion:///dane',
      'exo-companion:dane',
      'exo-companion://user@dane/x',
      'exo-companion://:secret@dane/x',
      'exo-companion://dane:1/x',
      'exo-companion://dane/x#y',
      'exo-companion://dane/x;y',
      'exo-companion://dane/(x)',
      'exo-companion2://dane/x',
      'https://exo-companion//dane',
      `exo-companion://dane/${'x'.repeat(600)}`,
    ];
    expect(others.filter((text) => routeOfDeepLink(text) !== null)).toEqual([]);
  });

  test('can’t climb: what comes out is a route of the contract, without steps upwards', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const route = routeOfDeepLink(`exo-companion://${rest}`);
        if (route === null) return;
        expect(events['app.navigate'].safeParse({ route }).success).toBe(true);
        expect(route.split(/[/?]/)).not.toContain('..');
        expect(route).not.toMatch(/^\/\/|[\\<>"'`\s]/);
      }),
    );
  });

  test('are found among the arguments of a process, behind whatever Chromium puts there', () => {
    expect(
      routeOfArguments(['/usr/bin/exo', '--allow-file-access', 'exo-companion://settings', 'x']),
    ).toBe('/settings');
    expect(routeOfArguments(['/usr/bin/exo', '--flag=exo-companion://settings'])).toBeNull();
    expect(routeOfArguments([])).toBeNull();
  });
});
