/**
 * Electron's runtime: where it is, how it is fetched, and why it can't be used. Its package brings no
 * program; `install-electron` fetches one, which takes long or fails behind many firewalls.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository, say } from './bootstrap.mjs';

const fetchSeconds = 60;
const dayMilliseconds = 24 * 60 * 60 * 1000;
const remembered = join(repository, '.cache', 'electron-runtime.json');
const folder = join(repository, 'node_modules', 'electron');

/** `{ program }`, or `{ reason }`: half a sentence that says why there is no window. */
export function electronRuntime(node, { retry }) {
  const reason = noWindowHere(process.platform, process.env, process.getuid?.());
  if (reason !== null) return { reason };
  if (retry) rmSync(remembered, { force: true });
  const version = versionOf(folder);
  const failure = recentFailure(readMemory(), version, Date.now());
  if (installed(version) === null) {
    if (failure !== null) return { reason: `${failure}; \`npm start -- --retry\` tries again` };
    const why = fetchRuntime(node);
    if (why !== null) {
      remember({ version, at: Date.now(), why });
      return { reason: `${why}; \`npm start -- --retry\` tries again` };
    }
  }
  const program = installed(version);
  return program === null ? { reason: "Electron's runtime is incomplete" } : { program };
}

/** What a machine without a window for us looks like; `null` where there may be one. */
export function noWindowHere(platform, env, uid) {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  // Chromium's sandbox does not run as root, and we do not run without it.
  return uid === 0 ? 'Electron does not run as root' : null;
}

/** Why the fetch failed, if it was within a day and for this version. */
export function recentFailure(memory, version, now) {
  const known = memory?.version === version && Number.isFinite(memory.at);
  return known && now >= memory.at && now - memory.at < dayMilliseconds ? memory.why : null;
}

function fetchRuntime(node) {
  say(`Fetching Electron's runtime (at most ${fetchSeconds} s).`);
  const { status, signal, stderr } = spawnSync(node, [join(folder, 'install.js')], {
    timeout: fetchSeconds * 1000,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return null;
  if (signal === 'SIGKILL')
    return `Electron's runtime could not be fetched within ${fetchSeconds} s`;
  const [first] = (stderr ?? '').trim().split('\n');
  const why = first.replace(/^(\w*Error: )+/, '') || `exit code ${status}`;
  return `Electron's runtime could not be fetched (${why})`;
}

function installed(version) {
  try {
    const dist = join(folder, 'dist');
    const program = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    const there = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return there === version && existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

function versionOf(packageFolder) {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

function readMemory() {
  try {
    return JSON.parse(readFileSync(remembered, 'utf8'));
  } catch {
    return null;
  }
}

function remember(memory) {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  writeFileSync(remembered, JSON.stringify(memory));
}
