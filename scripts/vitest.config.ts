import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['tongdian-source', ...defaultServerConditions];

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.{spec,e2e-spec,browser-spec}.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
