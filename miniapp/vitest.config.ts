// Unit tests, the compiled mini-programs in a vm, and the preview in a real browser.
import path from 'node:path';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['tongdian-source', ...defaultServerConditions];

export default defineConfig({
  resolve: {
    conditions,
    alias: {
      '@kit': path.resolve(__dirname, 'src/kit'),
      '@host': path.resolve(__dirname, 'src/kit/platform/weapp.ts'),
    },
  },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{src,test}/**/*.{spec,mini-spec,browser-spec}.ts'],
    server: { deps: { inline: [/@tongdian\//] } },
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
