/**
 * Which combinations of options exist, and what each press would lead to. Pure: the page draws what comes out.
 * An option is sold out when the combination exists without stock, impossible when there is none such; then
 * the way out is the combination nearest to what is chosen.
 */
export interface MatrixSku {
  id: string;
  options: Record<string, string>;
  listPriceFen: number;
  onlineStock: number;
}

export type Choice = Record<string, string>;

export interface MatrixValue {
  value: string;
  state: 'free' | 'out' | 'none';
}

export interface MatrixRow {
  name: string;
  values: MatrixValue[];
  chosen: string | null;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

function fits(sku: MatrixSku, choice: Choice): boolean {
  return Object.entries(choice).every(([name, value]) => sku.options[name] === value);
}

/** The rows as they look now: every value judged against what the other rows have chosen. */
export function matrixRows(
  names: readonly string[],
  skus: readonly MatrixSku[],
  choice: Choice,
): MatrixRow[] {
  return names.map((name) => {
    const { [name]: _, ...others } = choice;
    const values = unique(skus.map((sku) => sku.options[name] ?? '').filter(Boolean)).map((value) => {
      const found = skus.filter((sku) => fits(sku, { ...others, [name]: value }));
      const state = found.length === 0 ? 'none' : found.some((sku) => sku.onlineStock > 0) ? 'free' : 'out';
      return { value, state } as const;
    });
    return { name, values, chosen: choice[name] ?? null };
  });
}

/** The SKU that the choice names, when every row has one. */
export function chosenSku<S extends MatrixSku>(
  names: readonly string[],
  skus: readonly S[],
  choice: Choice,
): S | null {
  if (names.some((name) => !choice[name])) return null;
  return skus.find((sku) => fits(sku, choice)) ?? null;
}

/** What to begin with: the first SKU that can be had, else the first. */
export function firstChoice(skus: readonly MatrixSku[]): Choice {
  return { ...((skus.find((sku) => sku.onlineStock > 0) ?? skus[0])?.options ?? {}) };
}

/** The combination with `value` that keeps most of what is chosen; in stock first. */
export function wayOut<S extends MatrixSku>(
  skus: readonly S[],
  choice: Choice,
  name: string,
  value: string,
): S | null {
  const kept = (sku: MatrixSku): number =>
    Object.entries(choice).filter(([other, chosen]) => other !== name && sku.options[other] === chosen)
      .length;
  const having = skus.filter((sku) => sku.options[name] === value);
  return having.reduce<S | null>((best, next) => {
    if (!best) return next;
    const ahead = Number(next.onlineStock > 0) - Number(best.onlineStock > 0) || kept(next) - kept(best);
    return ahead > 0 ? next : best;
  }, null);
}

/** 「双锅炉只有夜海」: which values of the conflicting rows go with `value`. */
export function whyNone(skus: readonly MatrixSku[], choice: Choice, name: string, value: string): string {
  const having = skus.filter((sku) => sku.options[name] === value);
  for (const [other, chosen] of Object.entries(choice)) {
    if (other === name) continue;
    const values = unique(having.map((sku) => sku.options[other] ?? '').filter(Boolean));
    if (values.length > 0 && !values.includes(chosen)) return `${value}只有${values.join('、')}。`;
  }
  return `没有这样搭配的${value}。`;
}

/** What the price would change by with `value` in this row and the rest as chosen; 0 when either is not a whole choice. */
export function addsFen(skus: readonly MatrixSku[], choice: Choice, name: string, value: string): number {
  const now = skus.find((sku) => fits(sku, choice));
  const then = skus.find((sku) => fits(sku, { ...choice, [name]: value }));
  return now && then ? then.listPriceFen - now.listPriceFen : 0;
}
