/** Passwords at rest: argon2id with the library's parameters (19 MiB, 2 rounds). */
import { hash, verify } from '@node-rs/argon2';

/** Of no password: looked at where a login does not exist, so that both cases take the same time. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$JVhYc3rHuW0+mId5KzqF3w$0sKpWPadU8cFqFBSJAOWAOJbMlhcu0gmsSBsttAlUhk';

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await verify(passwordHash ?? NOBODYS, password);
  return fits && passwordHash !== null;
}
