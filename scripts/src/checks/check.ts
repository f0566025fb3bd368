// One entry of `pnpm test`: what it needs to have run before, and how many of its tests passed.

export interface Outcome {
  passed: number;
  failed: number;
  /** What a person needs to see of a failure. */
  report?: string;
}

export interface Check {
  title: string;
  /** Titles of checks that must have ended before (they may have failed). */
  after?: string[];
  /** Not a test by itself, such as a build: its success is not counted, its failure is. */
  isPreparation?: boolean;
  run(say: (line: string) => void): Promise<Outcome>;
}

export interface Result extends Outcome {
  title: string;
  isPreparation: boolean;
  ms: number;
}

/** Runs the checks in their order, `atOnce` at a time, each when what it stands after has ended. */
export async function runChecks(
  checks: Check[],
  atOnce: number,
  ended: (result: Result) => void,
): Promise<Result[]> {
  const waiting = [...checks];
  const running = new Map<string, Promise<void>>();
  const results: Result[] = [];
  const isDone = (title: string) => results.some((result) => result.title === title);

  while (waiting.length > 0 || running.size > 0) {
    while (running.size < atOnce) {
      const index = waiting.findIndex((check) => (check.after ?? []).every(isDone));
      if (index < 0) break;
      const [check] = waiting.splice(index, 1);
      const work = runOne(check!).then((result) => {
        results.push(result);
        running.delete(result.title);
        ended(result);
      });
      running.set(check!.title, work);
    }
    if (running.size === 0) throw new Error(`nothing can run: ${waiting.map((one) => one.title).join(', ')}`);
    await Promise.race(running.values());
  }
  return checks.map((check) => results.find((result) => result.title === check.title)!);
}

async function runOne({ title, isPreparation = false, run }: Check): Promise<Result> {
  const begun = Date.now();
  const beat = setInterval(
    () => console.log(`  ${title}: ${Math.round((Date.now() - begun) / 1000)} s`),
    30_000,
  );
  const outcome = await run(() => undefined).catch((error: Error) => ({
    passed: 0,
    failed: 1,
    report: error.message,
  }));
  clearInterval(beat);
  return { title, isPreparation, ms: Date.now() - begun, ...outcome };
}
