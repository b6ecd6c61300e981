/**
 * What is built, from what, and whether it has to be built again. Plain JavaScript for any Node, so
 * that a start with nothing to build loads no bundler.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './bootstrap.mjs';

const onNode = ['electron', 'shared'];

/** `name`: the folder under `out/`. `from`: the folders it is made from; coarse, and never wrong. */
const targets = [
  { name: 'renderer', config: 'vite.renderer.config.ts', from: ['renderer', 'shared'] },
  { name: 'page', config: 'vite.page.config.ts', from: onNode },
  { name: 'web', config: 'vite.service.config.ts', from: onNode },
  { name: 'cli', config: 'vite.service.config.ts', from: onNode },
  { name: 'worker', config: 'vite.service.config.ts', from: onNode },
  { name: 'main', config: 'vite.main.config.ts', from: onNode },
  { name: 'preload', config: 'vite.preload.config.ts', from: onNode },
];

/** Configurations, versions, and the scripts that turn them into a build. */
const always = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build.mjs',
  'scripts/buildTargets.mjs',
];

export const out = join(repository, 'out');
const stampFile = join(repository, '.cache', 'build.json');

/** Targets whose sources differ from those of the last build, each with the new `stamp`; or all. */
export function outdated({ force = false } = {}) {
  const stamps = readStamps();
  const hashes = new Map();
  return targets
    .map((target) => ({ ...target, stamp: stampOf(target, hashes) }))
    .filter(({ name, stamp }) => force || stamps[name] !== stamp || !existsSync(join(out, name)));
}

/** To be called with what `outdated` returned before the build: sources may change meanwhile. */
export function markBuilt(built) {
  const stamps = Object.fromEntries(built.map(({ name, stamp }) => [name, stamp]));
  mkdirSync(join(repository, '.cache'), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamps(), ...stamps }, null, 2)}\n`);
}

function stampOf({ name, config, from }, hashes) {
  const parts = [name, ...[config, ...always].map((file) => hashOf(file, hashes))];
  return sha256([...parts, ...from.map((folder) => hashOf(folder, hashes))].join('\n'));
}

/** Of a file its content; of a folder the names and contents of all that is in it. */
function hashOf(path, hashes) {
  const known = hashes.get(path);
  if (known !== undefined) return known;
  const hash = sha256(contentOf(join(repository, path), hashes, path));
  hashes.set(path, hash);
  return hash;
}

function contentOf(place, hashes, path) {
  try {
    const names = readdirSync(place).sort();
    return names.map((name) => `${name} ${hashOf(`${path}/${name}`, hashes)}`).join('\n');
  } catch (error) {
    if (error.code === 'ENOTDIR') return readFileSync(place);
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}
