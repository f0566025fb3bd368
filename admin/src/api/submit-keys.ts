/**
 * The Idempotency-Key of one form. The same content keeps its key as long as nobody knows how the last try
 * ended (no answer, a 5xx), so that pressing again cannot do it twice; a clear answer, yes or no, ends it.
 */
export class SubmitKeys {
  private open: { content: string; key: string } | null = null;

  constructor(private readonly make: () => string = () => crypto.randomUUID()) {}

  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.open?.content !== text) this.open = { content: text, key: this.make() };
    return this.open.key;
  }

  /** `status` 0 = no answer. */
  ended(status: number): void {
    const unknown = status === 0 || status >= 500;
    if (!unknown) this.open = null;
  }
}
