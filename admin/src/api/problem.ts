/** What went wrong, in words for people; the code and the request number stay behind 「复制给客服」. */
import type { FieldError, ProblemBody } from '@tongdian/shared/contract/problems';

export interface Trouble {
  /** One sentence for people. */
  words: string;
  /** What support needs: code, request number, time. */
  forSupport: string;
  status: number;
  code: string;
  errors: FieldError[];
}

export class CallFailed extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.words);
    this.name = 'CallFailed';
  }
}

const STATUS_WORDS: Record<number, string> = {
  401: '登录过期了，重新登录一下',
  403: '你没有这个权限',
  404: '没找到',
  429: '太快了，歇一下再试',
  503: '系统在恢复，稍后再试',
};

function supportLine(code: string, requestId: string, at: Date): string {
  return `${code} · ${requestId || '没有请求编号'} · ${at.toISOString()}`;
}

/** Reads a problem+json; anything else that came back (a proxy's page, half a body) gets words by its status. */
export function troubleFrom(status: number, body: unknown, requestId: string, at: Date): Trouble {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemBody>;
  const code = problem.code ?? `http_${status}`;
  return {
    words: problem.detail || STATUS_WORDS[status] || '出了点问题，再试一次',
    forSupport: supportLine(code, problem.requestId ?? requestId, at),
    status,
    code,
    errors: problem.errors ?? [],
  };
}

/** No answer at all: no network, or the server is not there. */
export function noAnswer(at: Date): Trouble {
  return {
    words: '没连上服务器，看看网络再试',
    forSupport: supportLine('no_answer', '', at),
    status: 0,
    code: 'no_answer',
    errors: [],
  };
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof CallFailed) return error.trouble;
  return {
    words: '出了点问题，刷新一下再试',
    forSupport: supportLine(error instanceof Error ? error.message : String(error), '', new Date()),
    status: 0,
    code: 'panel_error',
    errors: [],
  };
}

const RULE_WORDS: [RegExp, string][] = [
  [/^exists$/, '里面有已经没有了的'],
  [/^afterClaimFrom$/, '结束要在开始后面'],
  [/^fitsKind$/, '这种券在这些地方用不了'],
  [/^notAboveTotal$/, '比一共的张数还多'],
  [/required|defined|empty|isstring$/i, '这里要填'],
  [/^id$|isref|matches/i, '重新选一下'],
  [/isint|isnumber|integer/i, '填整数'],
  [/max.*size|arraymax/i, '选得太多了'],
  [/islength/i, '太长或太短了'],
  [/max/i, '太大或太长了'],
  [/min|length/i, '太小或太短了'],
  [/date/i, '日期不对'],
  [/isin|enum/i, '不能选这个'],
  [/unknown|whitelist/i, '多了一项'],
];

/** A rule's name as the server sends it ("isInt", "min") to a short hint under the field. */
export function ruleWords(rule: string): string {
  return RULE_WORDS.find(([pattern]) => pattern.test(rule))?.[1] ?? '没填对';
}

/**
 * Places the problem's errors at a form's fields. `places` maps the start of a wire name ("amountFen",
 * "scope.storeIds") to a field of the form; errors without a place come back in `rest`.
 */
export function fieldErrors<Field extends string>(
  errors: readonly FieldError[],
  places: Readonly<Record<string, Field>>,
): { fields: { name: Field; errors: string[] }[]; rest: string[] } {
  const found = new Map<Field, string[]>();
  const rest: string[] = [];
  const starts = Object.keys(places).sort((a, b) => b.length - a.length);
  for (const { field, rule } of errors) {
    const start = starts.find((name) => field === name || field.startsWith(`${name}.`));
    if (!start) {
      rest.push(field);
      continue;
    }
    const name = places[start]!;
    const words = ruleWords(rule);
    const known = found.get(name) ?? [];
    if (!known.includes(words)) found.set(name, [...known, words]);
  }
  return { fields: [...found].map(([name, words]) => ({ name, errors: words })), rest };
}
