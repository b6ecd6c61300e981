import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { components } from '../../../../renderer/features/about/components.ts';
import { openPage } from '../../../support/openPage.tsx';

interface PackageFile {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const packageFile = (folder: string) =>
  JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as PackageFile;

test('what ships is named with the licence that its package has', () => {
  const names = new Set<string>(components.map(({ name }) => name));
  const dependencies = Object.keys(packageFile('').dependencies);
  expect(dependencies.filter((name) => !names.has(name))).toEqual([]);
  expect(
    components.map(({ name }) => ({ name, licence: packageFile(`node_modules/${name}/`).license })),
  ).toEqual(components);
});

test('version and host are shown, and copied without the data directory', async () => {
  const { user } = openPage('/about');
  expect(await screen.findByText('0.0.0-test')).toBeDefined();
  expect(screen.getByText('Page in your browser, served by this computer')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Copy for a bug report' }));
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain('exo-companion 0.0.0-test (web)');
  expect(copied).toContain(process.versions.node);
  expect(copied).not.toContain('companion-page-');
});
