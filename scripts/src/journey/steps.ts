// Steps with a name, a time and a verdict: what `pnpm journey` prints.
import { performance } from 'node:perf_hooks';

export interface StepResult {
  platform: string;
  name: string;
  ok: boolean;
  ms: number;
  failure?: string;
}

export class Steps {
  readonly results: StepResult[] = [];

  constructor(private readonly show: (result: StepResult) => void) {}

  /** Runs a step; a failed one throws on, so that what builds on it is not tried. */
  async run<T>(platform: string, name: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      const value = await work();
      this.note({ platform, name, ok: true, ms: performance.now() - begin });
      return value;
    } catch (error) {
      this.note({
        platform,
        name,
        ok: false,
        ms: performance.now() - begin,
        failure: (error as Error).message,
      });
      throw error;
    }
  }

  private note(result: StepResult): void {
    this.results.push(result);
    this.show(result);
  }
}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Asks until the answer is there; a journey does not wait longer than a person would. */
export async function until<T>(what: string, ask: () => Promise<T | null>, patienceMs = 30_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${patienceMs / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
