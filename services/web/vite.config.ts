import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const suite = process.env['MOA_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // Nothing may be inlined as data: URI or inline script: the page runs under a strict content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: suite },
      '/ws': { target: suite.replace(/^http/, 'ws'), ws: true },
    },
  },
});
