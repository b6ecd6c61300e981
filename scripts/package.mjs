/**
 * `npm run package`: the desktop app's installers for this system, under `dist/`.
 *
 *   npm run package                 unsigned unless the environment holds what signs
 *   npm run package -- --release    signed (and on macOS notarized), or failed
 *   npm run package -- --rehearsal  no download: a stub for Electron's runtime is packaged, and what
 *                                   came out (fuses, archive) is compared with what was asked for
 *
 * What signs, by environment:
 *   macOS    CSC_LINK, CSC_KEY_PASSWORD; APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER
 *   Windows  AZURE_SIGNING_ENDPOINT, AZURE_SIGNING_ACCOUNT, AZURE_SIGNING_PROFILE,
 *            AZURE_SIGNING_PUBLISHER and Azure's own AZURE_TENANT_ID, AZURE_CLIENT_ID, …;
 *            or WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode, repository } from './bootstrap.mjs';

const { values: options } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    rehearsal: { type: 'boolean', default: false },
  },
});

const node = ensureNode();
ensureInstalled(node);
run('scripts/build.mjs');
if (options.rehearsal) run('test/support/packaging/rehearse.ts');
else run('node_modules/electron-builder/cli.js', ...signing(), '--publish', 'never');

/** SECURITY: S32 the settings of electron-builder that depend on the environment. */
function signing() {
  const { env } = process;
  const settings = { forceCodeSigning: options.release };
  if (process.platform === 'darwin') {
    settings['mac.notarize'] = options.release || env.APPLE_API_KEY !== undefined;
  }
  if (env.AZURE_SIGNING_ENDPOINT !== undefined) {
    settings['win.azureSignOptions.endpoint'] = env.AZURE_SIGNING_ENDPOINT;
    settings['win.azureSignOptions.codeSigningAccountName'] = env.AZURE_SIGNING_ACCOUNT;
    settings['win.azureSignOptions.certificateProfileName'] = env.AZURE_SIGNING_PROFILE;
    settings['win.azureSignOptions.publisherName'] = env.AZURE_SIGNING_PUBLISHER;
  }
  return Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`);
}

/** @param {string} script @param {...string} args */
function run(script, ...args) {
  const { status } = spawnSync(node, [join(repository, script), ...args], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
