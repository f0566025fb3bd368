/** The server and sandbox that a test talks to: the one of TONGDIAN_TEST_SERVER, or a fresh one of its own. */
import { startWorld } from '../../scripts/src/world';

export interface TestWorld {
  server: string;
  sandbox: string;
  stop(): Promise<void>;
}

export async function testWorld(withApps: boolean): Promise<TestWorld> {
  const running = process.env.TONGDIAN_TEST_SERVER?.replace(/\/$/, '');
  if (running) {
    const { sandbox } = (await (await fetch(`${running}/preview.json`)).json()) as { sandbox: string };
    return { server: running, sandbox, stop: () => Promise.resolve() };
  }
  const world = await startWorld({ withApps });
  return { server: world.url, sandbox: world.sandboxUrl, stop: () => world.stop() };
}

/** A person nobody has met: the sandbox makes one of any name. */
export function stranger(): string {
  return `t${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}
