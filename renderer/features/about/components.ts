/** What the app is built from and ships, with the licence of each; a test compares the packages. */
export const components = [
  { name: '@azure/msal-node', licence: 'MIT' },
  { name: '@fluentui/react-components', licence: 'MIT' },
  { name: '@fluentui/react-icons', licence: 'MIT' },
  { name: '@formatjs/intl', licence: 'MIT' },
  { name: '@microsoft/microsoft-graph-client', licence: 'MIT' },
  { name: '@noble/curves', licence: 'MIT' },
  { name: '@tanstack/react-query', licence: 'MIT' },
  { name: '@tanstack/react-router', licence: 'MIT' },
  { name: 'electron', licence: 'MIT' },
  { name: 'node-forge', licence: '(BSD-3-Clause OR GPL-2.0)' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'react-intl', licence: 'BSD-3-Clause' },
  { name: 'socks', licence: 'MIT' },
  { name: 'tr46', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
] as const;
