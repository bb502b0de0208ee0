import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { compileMessages } from './build/compile-messages.mjs';
import { messageOptions } from './build/messages.mjs';
import { precompress } from './build/precompress.mjs';
import { runnerPage } from './build/runner-page.mjs';
import { themeBoot } from './build/theme-boot.mjs';

/** The server that `npm run dev` forwards calls to. */
const server = `http://127.0.0.1:${process.env['ZHIHENG_PORT'] ?? '7020'}`;

export default defineConfig(({ command }) => ({
  plugins: [
    command === 'serve' ? paraglideVitePlugin(messageOptions) : compileMessages(),
    react(),
    themeBoot(),
    runnerPage(),
    precompress(),
  ],
  server: {
    port: 5173,
    strictPort: true,
    // The server refuses changes from other origins: it must see the host that the browser asked.
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  build: {
    target: 'es2022',
    // scripts/measure-web.mjs reads what each page needs from it.
    manifest: true,
    // Small pictures as data would need a wider content security policy for scripts' sake; files are cached for ever anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What changes only with a new version of a library keeps its file name, and so its place in the browser's cache.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
}));
