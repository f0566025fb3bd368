// Free TCP ports on this machine.
import { createServer } from 'node:net';

/** A port that the system says is free now. */
export async function freePort(): Promise<number> {
  return listen(0);
}

/** Whether nothing listens on this port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  return listen(port).then(
    () => true,
    () => false,
  );
}

/** Waits until the port is free; false when it is not within `ms`. */
export async function waitForFree(port: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; ;) {
    if (await isFree(port)) return true;
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The first of `count` ports in a row that are all free. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = await freePort();
    const rest = Array.from({ length: count - 1 }, (_, index) => isFree(first + 1 + index));
    if ((await Promise.all(rest)).every(Boolean)) return first;
  }
}

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: taken } = server.address() as { port: number };
      server.close(() => resolve(taken));
    });
  });
}
