/**
 * Who may import whom. One table for the lint rule and the architecture test.
 *
 * A rule applies to files whose path starts with `from` (the longest match wins) and names what they
 * may import: folders of this repository, and packages. `node:*` stands for Node's own modules.
 */
import { posix } from 'node:path';

const service = 'electron/service/';

export const layerTable = [
  { from: 'shared/', folders: ['shared/'], packages: ['zod', 'tr46'] },
  {
    from: 'renderer/',
    folders: ['renderer/', 'shared/'],
    packages: ['react', 'react-dom', 'react-intl', '@fluentui/', '@tanstack/', 'zod'],
  },
  {
    from: 'electron/preload/',
    folders: ['electron/preload/', 'shared/contract/'],
    packages: ['electron'],
  },
  {
    from: 'electron/main/',
    folders: ['electron/main/', service, 'electron/cli/', 'shared/'],
    packages: ['node:*', 'electron', 'zod'],
  },
  {
    from: 'electron/web/page/',
    folders: ['electron/web/page/', 'shared/contract/', 'shared/errors.ts'],
    packages: [],
  },
  {
    from: 'electron/web/',
    folders: ['electron/web/', service, 'shared/'],
    packages: ['node:*', 'zod'],
  },
  {
    from: 'electron/cli/',
    folders: ['electron/cli/', service, 'shared/'],
    packages: ['node:*', 'zod', '@formatjs/'],
  },
  { from: service, folders: [service, 'shared/'], packages: ['node:*', 'zod', '@formatjs/'] },
  ...feature('certificates', ['worker'], ['node-forge']),
  ...feature('worker', ['certificates', 'dnssec', 'tenant', 'readiness', 'reports']),
  ...feature('dns', []),
  ...feature('dnssec', ['dns'], ['@noble/']),
  ...feature('smtp', [], ['socks']),
  ...feature('dane', ['dnssec', 'dns', 'smtp', 'certificates', 'history']),
  ...feature('settings', []),
  ...feature('mailflow', []),
  ...feature('history', []),
  ...feature('identity', [], ['@azure/']),
  ...feature('microsoft', ['identity']),
  ...feature('graph', ['identity', 'microsoft'], ['@microsoft/']),
  ...feature('exchange', ['identity', 'microsoft']),
  ...feature('tenant', [
    'graph',
    'exchange',
    'microsoft',
    'identity',
    'dane',
    'dnssec',
    'dns',
    'certificates',
    'history',
  ]),
  ...feature('readiness', ['history', 'tenant', 'dane', 'dnssec', 'dns', 'certificates', 'worker']),
  ...feature('reports', ['history', 'readiness', 'tenant', 'worker'], ['write-excel-file']),
  {
    from: `${service}demo/`,
    folders: [service, 'shared/'],
    packages: ['node:*', 'zod', '@noble/'],
  },
];

/**
 * A feature folder of the service: itself, the features named, the service's own small files at its
 * root (ports, jobs, router's types) and `shared/`.
 */
function feature(name, features, packages = []) {
  return [
    {
      from: `${service}${name}/`,
      folders: [`${service}${name}/`, ...features.map((other) => `${service}${other}/`), 'shared/'],
      files: new RegExp(`^${service}[^/]+\\.ts$`),
      packages: ['node:*', 'zod', ...packages],
    },
  ];
}

/** Only hosts wire the service. */
const serviceFile = `${service}service.ts`;
const hosts = ['electron/main/', 'electron/web/', 'electron/cli/'];

export function ruleFor(file) {
  return layerTable
    .filter((rule) => file.startsWith(rule.from))
    .toSorted((a, b) => b.from.length - a.from.length)[0];
}

/** A sentence saying what the file may import instead, or `null` where the import is allowed. */
export function forbiddenImport(file, specifier) {
  const rule = ruleFor(file);
  if (rule === undefined) return null;
  if (!specifier.startsWith('.')) {
    const known = specifier.startsWith('node:') ? 'node:*' : specifier;
    if (
      rule.packages.some(
        (name) =>
          known === name ||
          (name.endsWith('/') && known.startsWith(name)) ||
          known.startsWith(`${name}/`),
      )
    ) {
      return null;
    }
    return `${rule.from} may not import the package "${specifier}"; it may import ${describe(rule)}.`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (target === serviceFile && !hosts.some((host) => file.startsWith(host))) {
    return 'Only the hosts (main, web, cli) may import service.ts.';
  }
  if (rule.folders.some((folder) => target.startsWith(folder)) || rule.files?.test(target))
    return null;
  return `${rule.from} may not import ${target}; it may import ${describe(rule)}.`;
}

function describe(rule) {
  return [...rule.folders, ...rule.packages].join(', ') || 'nothing else';
}
