import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether `node_modules` holds what the lockfile says, as npm itself recorded it: npm writes
 * `node_modules/.package-lock.json` when an installation is complete, and only then. No stamp of our
 * own, so an `npm install` by hand or a changed branch is seen as well.
 */
export function isInstalled(folder) {
  const manifest = readJson(join(folder, 'package.json'));
  const wanted = readJson(join(folder, 'package-lock.json'));
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'));
  if (manifest === null || wanted === null || present === null) return false;
  return agrees(manifest, wanted.packages?.['']) && holds(wanted.packages, present.packages ?? {});
}

const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies'];

function agrees(manifest, root) {
  return (
    root !== undefined &&
    dependencyKinds.every((kind) => {
      const [ours, theirs] = [manifest[kind] ?? {}, root[kind] ?? {}];
      const names = Object.keys(ours);
      return (
        names.length === Object.keys(theirs).length &&
        names.every((name) => ours[name] === theirs[name])
      );
    })
  );
}

/** An optional package may be missing: it is another platform's. */
function holds(wanted, present) {
  const paths = Object.keys(wanted).filter((path) => path !== '');
  const left = new Set(Object.keys(present));
  const complete = paths.every((path) => {
    const [want, have] = [wanted[path], present[path]];
    if (have === undefined) return want.optional === true || want.devOptional === true;
    left.delete(path);
    return want.version === have.version && want.integrity === have.integrity;
  });
  return complete && left.size === 0;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
