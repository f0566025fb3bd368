// A world is started in steps that can be shown: by `start` as a list with ticks, by tests not at all.
import { stripVTControlCharacters } from 'node:util';
import { Listr, type ListrTask } from 'listr2';

export interface Step {
  title: string;
  /** Does it; `say` shows what it is at. A text as the result is shown behind the title. */
  run(say: (line: string) => void): Promise<string | void>;
}

/** One step after the other, or the steps of an inner list at the same time (at most `atOnce`). */
export type Steps = (Step | { title: string; steps: Step[]; atOnce: number })[];

/** Runs the steps without a word. */
export async function runQuietly(steps: Steps): Promise<void> {
  for (const step of steps) {
    if ('run' in step) await step.run(() => undefined);
    else await pool(step.steps, step.atOnce, (one) => one.run(() => undefined));
  }
}

/** Runs the steps and shows them: as a list that moves on a terminal, as plain lines in a log. */
export function runVisibly(steps: Steps): Promise<void> {
  return process.stdout.isTTY ? runOnTerminal(steps) : runAsLines(steps);
}

async function runOnTerminal(steps: Steps): Promise<void> {
  const tasks = steps.map((step): ListrTask => {
    if ('run' in step) return visible(step);
    return {
      title: step.title,
      task: (_, shown) => shown.newListr(step.steps.map(visible), { concurrent: step.atOnce }),
    };
  });
  // What was started is ended by the program's frame; the list must not exit before.
  const list = new Listr(tasks, {
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, showErrorMessage: false, collapseErrors: false },
  });
  await list.run();
}

function visible(step: Step): ListrTask {
  return {
    title: step.title,
    task: async (_, shown) => {
      const note = await step.run((line) => (shown.output = shorten(line)));
      if (note) shown.title = `${step.title} (${note})`;
    },
  };
}

/** A log hears when a step begins and ends, and every 15 seconds that it still goes on. */
async function runAsLines(steps: Steps): Promise<void> {
  const show = async (step: Step) => {
    const begun = Date.now();
    const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
    let last = '';
    const beat = setInterval(() => console.log(`  ${step.title}: ${seconds()} ${last}`), 15_000);
    try {
      const note = await step.run((line) => (last = shorten(line)));
      console.log(`✔ ${step.title} (${note ?? seconds()})`);
    } catch (error) {
      console.log(`✖ ${step.title} (${seconds()})`);
      throw error;
    } finally {
      clearInterval(beat);
    }
  };
  for (const step of steps) {
    if ('run' in step) await show(step);
    else await pool(step.steps, step.atOnce, show);
  }
}

/** Build tools draw bars and colours: what is left of a line without them, or only its percentage. */
function shorten(line: string): string {
  const text = stripVTControlCharacters(line).trim();
  return /\((\d+%)\)/.exec(text)?.[1] ?? text.slice(0, 100);
}

/** Runs `work` on each item, at most `atOnce` at a time; the first failure stops what has not begun. */
export async function pool<T>(
  items: T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item).catch((error) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
