import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The desktop shell with the service in it. Only `electron` and Node's own modules stay outside. */
export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: 'electron/main/main.ts',
    target: 'node24',
    outDir: 'out/main',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron', ...builtinModules],
      // Beside the entry: what finds its neighbours by `import.meta` finds them from every chunk.
      output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
