import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: the same files for the window and for the web host. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // The content security policy allows no `data:` fonts or scripts: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
