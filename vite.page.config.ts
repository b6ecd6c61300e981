import { defineConfig } from 'vite';

/**
 * The script that defines `window.companion` where the web host serves the page: a classic script, so
 * that it runs before the page's modules.
 */
export default defineConfig({
  build: {
    lib: {
      entry: 'electron/web/page/companion.ts',
      formats: ['iife'],
      name: 'page',
      fileName: () => 'companion.js',
    },
    outDir: 'out/page',
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
