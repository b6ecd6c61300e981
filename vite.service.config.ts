import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/** What runs on Node, by the name of its folder under `out/`. */
const programs = {
  web: { entry: 'electron/web/web.ts', file: 'web.mjs', banner: '' },
  cli: {
    entry: 'electron/cli/exoCompanion.ts',
    file: 'exo-companion.mjs',
    banner: '#!/usr/bin/env node',
  },
  worker: { entry: 'electron/service/worker/workerEntry.ts', file: 'worker.mjs', banner: '' },
} as const;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** One self-contained ES module each; only Node's own modules stay outside. `mode` names the program. */
export default defineConfig(({ mode }) => {
  const { entry, file, banner } = programs[mode as keyof typeof programs];
  return {
    define: { __APP_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      target: 'node24',
      outDir: `out/${mode}`,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: file, banner, codeSplitting: false },
      },
    },
  };
});
