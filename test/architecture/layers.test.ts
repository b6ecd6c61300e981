import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { forbiddenImport, ruleFor } from '../../scripts/lint/layerTable.mjs';
import { importsOf, read, repository, sourcesOf } from './sources.ts';

const sources = sourcesOf('shared', 'electron', 'renderer');

describe('who may import whom', () => {
  test('every source that git tracks was seen, and every one has a rule', () => {
    const tracked = execFileSync('git', ['ls-files', 'shared', 'electron', 'renderer'], {
      cwd: repository,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((path) => /\.tsx?$/.test(path));
    expect(tracked.filter((path) => !sources.includes(path))).toEqual([]);
    expect(sources.length).toBeGreaterThanOrEqual(tracked.length);
    expect(tracked.length).toBeGreaterThan(100);
    expect(sources.filter((path) => ruleFor(path) === undefined)).toEqual([]);
  });

  test('no source crosses a border', () => {
    let seen = 0;
    const problems = sources.flatMap((path) =>
      importsOf(read(path)).flatMap((specifier) => {
        seen += 1;
        const problem = forbiddenImport(path, specifier);
        return problem === null ? [] : [`${path}: ${problem}`];
      }),
    );
    expect(problems).toEqual([]);
    expect(seen).toBeGreaterThan(sources.length);
  });

  test('only main and preload name electron', () => {
    const others = sources.filter(
      (path) =>
        !path.startsWith('electron/main/') &&
        !path.startsWith('electron/preload/') &&
        importsOf(read(path)).some((name) => name === 'electron' || name.startsWith('electron/')),
    );
    expect(others).toEqual([]);
  });

  test('the rule refuses what it should', () => {
    const crossings: readonly (readonly [string, string])[] = [
      ['shared/a.ts', 'node:fs'],
      ['shared/a.ts', '../electron/service/ports.ts'],
      ['renderer/a.tsx', '../electron/service/ports.ts'],
      ['renderer/a.tsx', 'electron'],
      ['electron/service/dns/a.ts', '../dnssec/types.ts'],
      ['electron/service/dns/a.ts', '../service.ts'],
      ['electron/service/graph/a.ts', '../dane/check.ts'],
      ['electron/service/tenant/a.ts', '../readiness/runs/runStore.ts'],
      ['electron/service/readiness/a.ts', '../graph/graphClient.ts'],
      ['electron/preload/a.ts', 'node:fs'],
      ['electron/preload/a.ts', '../../shared/errors.ts'],
      ['electron/cli/a.ts', 'electron'],
      ['electron/web/a.ts', '../main/window.ts'],
    ];
    expect(
      crossings.filter(([file, specifier]) => forbiddenImport(file, specifier) === null),
    ).toEqual([]);
    expect(forbiddenImport('electron/service/dnssec/a.ts', '../dns/types.ts')).toBeNull();
    expect(forbiddenImport('electron/cli/a.ts', '../service/service.ts')).toBeNull();
  });

  test('imports are found in every spelling', () => {
    expect(
      importsOf(
        [
          "import 'side';",
          "import a from 'default';",
          "import { b,\n c } from 'many';",
          "import type { D } from 'types';",
          "export { e } from 'again';",
          "export * from 'all';",
          "const f = await import('later');",
          "/* import g from 'comment'; */",
        ].join('\n'),
      ),
    ).toEqual(['side', 'default', 'many', 'types', 'again', 'all', 'later']);
  });
});
