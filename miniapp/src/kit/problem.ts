/** Every refusal that a screen can show: the server's named problems and the ones of the way there. */
import type { FieldError, ProblemBody, ProblemCode } from '@tongdian/shared/contract/problems';

export type WayProblem = 'offline' | 'slow' | 'garbled';

const WAY_WORDS: Record<WayProblem, string> = {
  offline: '没连上网',
  slow: '网络太慢，再试一次',
  garbled: '出了点问题，再试一次',
};

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode | WayProblem,
    /** For people, in Chinese. */
    readonly words: string,
    readonly status = 0,
    readonly fields: FieldError[] = [],
    readonly facts: Record<string, string | number> = {},
    readonly requestId: string | null = null,
  ) {
    super(words);
    this.name = 'Problem';
  }

  static onTheWay(code: WayProblem): Problem {
    return new Problem(code, WAY_WORDS[code]);
  }

  static fromBody(body: Partial<ProblemBody>, status: number): Problem {
    if (!body?.code) return new Problem('garbled', WAY_WORDS.garbled, status);
    return new Problem(
      body.code,
      body.detail ?? WAY_WORDS.garbled,
      status,
      body.errors ?? [],
      body.facts ?? {},
      body.requestId ?? null,
    );
  }

  /** Nobody can tell whether the server did it: the same act must be repeated with the same key. */
  get unsure(): boolean {
    return this.code === 'offline' || this.code === 'slow' || this.status >= 500;
  }
}

export function asProblem(fault: unknown): Problem {
  return fault instanceof Problem ? fault : Problem.onTheWay('garbled');
}
