/**
 * A thin cache between screens and the server: what was heard is shown at once and asked for again behind it;
 * a skeleton comes only after 300 ms; without network the last answer stays, with its time.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { asProblem, type Problem } from './problem';
import { keep, kept } from './storage';

interface Entry {
  data: unknown;
  at: number;
}

const heard = new Map<string, Entry>();
const listeners = new Map<string, Set<() => void>>();
const running = new Map<string, Promise<unknown>>();
const FRESH_MS = 4_000;
export const SKELETON_DELAY_MS = 300;

function tell(key: string): void {
  listeners.get(key)?.forEach((listener) => listener());
}

/** Puts an answer where every screen that asked for `key` sees it. */
export function setHeard(key: string, data: unknown, persist = false): void {
  const entry = { data, at: Date.now() };
  heard.set(key, entry);
  if (persist) keep(`q.${key}`, entry);
  tell(key);
}

/** The next look at these keys asks again. */
export function stale(prefix: string): void {
  for (const [key, entry] of heard) if (key.startsWith(prefix)) entry.at = 0;
  for (const key of listeners.keys()) if (key.startsWith(prefix)) tell(key);
}

function ask<T>(key: string, fetcher: () => Promise<T>, persist: boolean): Promise<T> {
  const known = running.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = fetcher()
    .then((data) => {
      setHeard(key, data, persist);
      return data;
    })
    .finally(() => running.delete(key));
  running.set(key, asked);
  return asked;
}

export interface Query<T> {
  data: T | null;
  problem: Problem | null;
  /** Nothing to show yet, and 300 ms have passed. */
  waiting: boolean;
  /** When `data` was heard, device clock. */
  at: number | null;
  reload(): Promise<void>;
}

interface Options {
  enabled?: boolean;
  /** Kept on the device: there at the next start and without network. */
  persist?: boolean;
  freshMs?: number;
}

/** `key` null or `enabled: false` asks nothing. Asks again whenever the page is shown and the answer is old. */
export function useQuery<T>(key: string | null, fetcher: () => Promise<T>, options: Options = {}): Query<T> {
  const { enabled = true, persist = false, freshMs = FRESH_MS } = options;
  const active = enabled ? key : null;
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [late, setLate] = useState(false);
  const latest = useRef(fetcher);
  latest.current = fetcher;

  const load = useCallback(
    async (force: boolean) => {
      if (!active) return;
      const entry = heard.get(active);
      if (!force && entry && Date.now() - entry.at < freshMs) return;
      try {
        await ask(active, () => latest.current(), persist);
        setProblem(null);
      } catch (fault) {
        setProblem(asProblem(fault));
      }
    },
    [active, freshMs, persist],
  );

  useEffect(() => {
    if (!active) return undefined;
    setProblem(null);
    if (persist && !heard.has(active)) {
      const entry = kept<Entry>(`q.${active}`);
      if (entry) heard.set(active, { data: entry.data, at: 0 });
    }
    const listener = (): void => {
      redraw((count) => count + 1);
      if (heard.get(active)?.at === 0) void load(false);
    };
    const set = listeners.get(active) ?? new Set();
    set.add(listener);
    listeners.set(active, set);
    redraw((count) => count + 1);
    void load(false);
    setLate(false);
    const timer = setTimeout(() => setLate(true), SKELETON_DELAY_MS);
    return () => {
      set.delete(listener);
      clearTimeout(timer);
    };
  }, [active, load, persist]);

  useDidShow(() => void load(false));

  const entry = active ? heard.get(active) : undefined;
  return {
    data: (entry?.data as T | undefined) ?? null,
    problem,
    waiting: !entry && !problem && late,
    at: entry?.at ? entry.at : null,
    reload: () => load(true),
  };
}
