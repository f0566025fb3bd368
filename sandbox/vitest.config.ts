import { defineConfig } from 'vitest/config';

// alipay-sdk writes request times in the process's zone, and Alipay reads them as Beijing time.
process.env['TZ'] = 'Asia/Shanghai';

export default defineConfig({
  test: {
    include: ['test/**/*.spec.ts'],
    globalSetup: 'test/keys.setup.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    env: { TZ: 'Asia/Shanghai' },
  },
});
