/**
 * Counts tries on logins that do not exist, so that they close like those that do: otherwise the difference
 * would tell which logins exist. Kept in this process; it forgets the oldest when there are too many.
 */
const MOST_LOGINS = 10_000;

export class WrongTries {
  private readonly tries = new Map<string, { count: number; closedUntil: number | null }>();

  constructor(
    private readonly most: number,
    private readonly closedMs: number,
  ) {}

  /** False while the login is closed. */
  take(login: string, now: Date): boolean {
    const at = now.getTime();
    const known = this.tries.get(login);
    if (known?.closedUntil && known.closedUntil > at) return false;
    const count = known && !known.closedUntil ? known.count + 1 : 1;
    this.tries.delete(login);
    this.tries.set(login, { count, closedUntil: count >= this.most ? at + this.closedMs : null });
    if (this.tries.size > MOST_LOGINS) this.tries.delete(this.tries.keys().next().value!);
    return true;
  }
}
