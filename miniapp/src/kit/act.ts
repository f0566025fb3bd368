/**
 * One act of the person: runs once however often the button is pressed, and keeps its Idempotency-Key until
 * the server has clearly said yes or no.
 */
import { useCallback, useRef, useState } from 'react';
import { asProblem, type Problem } from './problem';
import { freshName } from './storage';

export interface Act<A extends unknown[], T> {
  busy: boolean;
  problem: Problem | null;
  /** Resolves to null when it failed or when it is running already. */
  run(...args: A): Promise<T | null>;
  clear(): void;
}

export function useAct<A extends unknown[], T>(
  act: (key: string, ...args: A) => Promise<T>,
  failed?: (problem: Problem) => void,
): Act<A, T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const key = useRef<string | null>(null);
  const latest = useRef({ act, failed });
  latest.current = { act, failed };

  const run = useCallback(async (...args: A): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setProblem(null);
    key.current ??= freshName();
    try {
      const result = await latest.current.act(key.current, ...args);
      key.current = null;
      return result;
    } catch (fault) {
      const found = asProblem(fault);
      if (!found.unsure) key.current = null;
      setProblem(found);
      latest.current.failed?.(found);
      return null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  const clear = useCallback(() => setProblem(null), []);
  return { busy, problem, run, clear };
}
