import { defineConfig } from 'vite';
import { channels, events } from './shared/contract/index.ts';

/**
 * The bridge: one CommonJS file, since a sandboxed preload script can load nothing but `electron`.
 * The names of the contract are written into it, so that the contract itself (and zod) stays out.
 */
export default defineConfig({
  define: {
    contractNames: JSON.stringify({
      channels: Object.keys(channels),
      events: Object.keys(events),
    }),
  },
  build: {
    lib: { entry: 'electron/preload/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: 'out/preload',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { external: ['electron'] },
  },
});
