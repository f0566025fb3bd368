// Decorator metadata needs swc: the bundler's own transform drops it.
import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [swc.vite({ module: { type: 'es6' } })],
  test: { include: ['src/**/*.spec.ts'], setupFiles: ['reflect-metadata'] },
});
