// The server under test: decorator metadata by swc, the shared package from its TypeScript source, and one
// PostgreSQL for all files (the one of `pnpm test`, or one of its own when vitest is run by hand).
import swc from 'unplugin-swc';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['tongdian-source', ...defaultServerConditions];

export default defineConfig({
  plugins: [swc.vite({ module: { type: 'es6' } })],
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'test/**/*.e2e-spec.ts'],
    globalSetup: ['../scripts/src/testing/global-postgres.ts'],
    setupFiles: ['reflect-metadata'],
    server: { deps: { inline: [/@tongdian\//] } },
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 30_000,
    hookTimeout: 90_000,
  },
});
