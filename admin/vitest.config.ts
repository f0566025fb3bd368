// Pure parts of the panel; what a person sees is tested in a real browser (scripts/test).
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['tongdian-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['tongdian-source', ...defaultClientConditions] } },
  test: { include: ['src/**/*.spec.{ts,tsx}'] },
});
