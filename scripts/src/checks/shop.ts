// The shop that the compiled apps and the browser visit: one world for all of them, filled with the demo
// brand, on the PostgreSQL of this run.
import { createDatabase } from '../postgres/databases.js';
import { startWorld } from '../world.js';
import type { Check } from './check.js';

export const SHOP = 'open the demo shop';

/** Tests find it in TONGDIAN_TEST_SERVER; a test file run by hand starts a world of its own. */
export function shopCheck(databaseUrl: string, after: string[]): Check {
  return {
    title: SHOP,
    after,
    isPreparation: true,
    run: async () => {
      const world = await startWorld({ databaseUrl: await createDatabase(databaseUrl, 'demo_shop') });
      process.env.TONGDIAN_TEST_SERVER = world.url;
      return { passed: 0, failed: 0 };
    },
  };
}
