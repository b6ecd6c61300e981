import { build } from 'vite';
import { join } from 'node:path';

/** Builds one target of the web host into `out`, as `scripts/build.mjs` does; returns the file. */
export async function buildForTest(target: 'page' | 'web', out: string): Promise<string> {
  const [config, file] =
    target === 'page'
      ? ['vite.page.config.ts', 'companion.js']
      : ['vite.service.config.ts', 'web.mjs'];
  const outDir = join(out, target);
  await build({
    configFile: config,
    configLoader: 'native',
    mode: target === 'web' ? target : 'production',
    logLevel: 'silent',
    build: { outDir },
  });
  return join(outDir, file);
}
