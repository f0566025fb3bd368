/** Field limits of the platforms' requests, refused by name; each gateway words the refusal in its own format. */

export type Bag = Record<string, unknown>;

export class FieldRefusal extends Error {
  constructor(
    readonly field: string,
    readonly issue: string,
    readonly missing = false,
  ) {
    super(`${field}: ${issue}`);
  }
}

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function bag(parent: Bag, field: string): Bag {
  const value = parent[field];
  if (value === undefined) throw new FieldRefusal(field, 'missing', true);
  if (!isBag(value)) throw new FieldRefusal(field, 'must be an object');
  return value;
}

export interface TextRule {
  min?: number;
  /** In characters, not bytes. */ max: number;
  pattern?: RegExp;
}

export function optionalText(parent: Bag, field: string, rule: TextRule): string | null {
  const value = parent[field];
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new FieldRefusal(field, 'must be a string');
  const length = [...value].length;
  if (length < (rule.min ?? 1)) throw new FieldRefusal(field, `at least ${rule.min ?? 1} characters`);
  if (length > rule.max) throw new FieldRefusal(field, `at most ${rule.max} characters`);
  if (rule.pattern && !rule.pattern.test(value))
    throw new FieldRefusal(field, 'has characters that are not allowed');
  return value;
}

export function text(parent: Bag, field: string, rule: TextRule): string {
  const value = optionalText(parent, field, rule);
  if (value === null) throw new FieldRefusal(field, 'missing', true);
  return value;
}

export function oneOf<T extends string>(parent: Bag, field: string, values: readonly T[]): T {
  const value = text(parent, field, { max: 128 });
  if (!(values as readonly string[]).includes(value))
    throw new FieldRefusal(field, `must be ${values.join(' or ')}`);
  return value as T;
}

/** A positive number of fen as an integer on the wire (WeChat Pay). */
export function fen(parent: Bag, field: string): number {
  const value = parent[field];
  if (value === undefined) throw new FieldRefusal(field, 'missing', true);
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > 100_000_000_000) {
    throw new FieldRefusal(field, 'must be a whole number of fen, at least 1');
  }
  return value;
}

/** Yuan with at most two decimals as text (Alipay, JD) -> fen. */
export function yuan(parent: Bag, field: string, exactlyTwo = false): number {
  const raw = parent[field];
  if (raw === undefined) throw new FieldRefusal(field, 'missing', true);
  // Alipay's documents type the amount as a price; JSON numbers arrive from some clients and are as good.
  const value = typeof raw === 'number' && !exactlyTwo ? String(raw) : raw;
  const shape = exactlyTwo ? /^(0|[1-9]\d{0,8})\.\d{2}$/ : /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/;
  if (typeof value !== 'string' || !shape.test(value)) {
    throw new FieldRefusal(
      field,
      exactlyTwo ? 'must be yuan with two decimals' : 'must be yuan, at most two decimals',
    );
  }
  const [whole = '0', part = ''] = value.split('.');
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (amount < 1) throw new FieldRefusal(field, 'must be at least 0.01');
  return amount;
}

export const asYuan = (amountFen: number) =>
  `${Math.floor(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`;

/** Only this machine may be called: a stand-in must never reach a server somewhere else. */
export function isLoopback(url: string): boolean {
  try {
    const { protocol, hostname } = new URL(url);
    return (
      (protocol === 'http:' || protocol === 'https:') &&
      ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    );
  } catch {
    return false;
  }
}
