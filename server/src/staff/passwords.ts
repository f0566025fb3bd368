/** Passwords at rest: argon2id with the library's parameters (19 MiB, 2 rounds). */
import { hash, verify } from '@node-rs/argon2';

/** Of no password: looked at where a login does not exist, so that both cases take the same time. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$JVhYc3rHuW0+mId5KzqF3w$0sKpWPadU8cFqFBSJAOWAOJbMlhcu0gmsSBsttAlUhk';

/** A hash takes a thread and 19 MiB: a rush of sign-ins must not take every thread the server has. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? NOBODYS, password));
  return fits && passwordHash !== null;
}
