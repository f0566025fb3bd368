/** Builds the panel for /admin/; stops when the brand's colours are too weak to be read. */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { weakPairs } from './src/theme/contrast';

const server = process.env.TONGDIAN_SERVER ?? `http://127.0.0.1:${process.env.PORT ?? '4600'}`;

/** The shared package from its TypeScript source, without building it first. */
const SOURCE = 'tongdian-source';

function readableBrand(): Plugin {
  return {
    name: 'readable-brand',
    buildStart() {
      const weak = weakPairs();
      if (weak.length > 0) this.error(`theme/brand.json is hard to read: ${weak.join('; ')}`);
    },
  };
}

export default defineConfig({
  base: '/admin/',
  plugins: [react(), readableBrand()],
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: {
    resolve: {
      conditions: [SOURCE, ...defaultServerConditions],
      externalConditions: [SOURCE, ...defaultServerConditions],
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/media': server } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      output: {
        manualChunks(id) {
          if (/node_modules\/(react|react-dom|react-router|react-router-dom|scheduler)\//.test(id))
            return 'react';
          if (/node_modules\/(echarts|zrender)\//.test(id)) return 'charts';
          return undefined;
        },
      },
    },
  },
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.browser-spec.ts'],
    server: { deps: { inline: [/@tongdian\//] } },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
