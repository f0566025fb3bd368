/**
 * The code that is being shown: its secret, its present value, and what is wrong with it. Goes on without
 * network as long as the secret is good.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import {
  CLOCK_WRONG_MS,
  codeAt,
  dropSeed,
  freshSeed,
  keptSeed,
  needsRenewal,
  type CodeSeed,
  type ShownCode,
} from '@kit/code';
import { host } from '@kit/platform';
import { asProblem, type Problem } from '@kit/problem';

export interface LiveCode {
  code: ShownCode | null;
  problem: Problem | null;
  clockWrong: boolean;
  /** A screenshot was taken: the secret was changed, the picture is worthless. */
  reissued: boolean;
  retry: () => void;
}

const TICK_MS = 250;

export function useCode(couponId: string | null, enabled: boolean): LiveCode {
  const [seed, setSeed] = useState<CodeSeed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reissued, setReissued] = useState(false);
  const [now, setNow] = useState(Date.now());
  const shown = useRef(true);

  const load = useCallback(
    async (force: boolean) => {
      if (!enabled) return;
      const known = keptSeed(couponId);
      if (known && !force) setSeed(known);
      if (known && !force && !needsRenewal(known)) return;
      try {
        setSeed(await freshSeed(couponId));
        setProblem(null);
      } catch (fault) {
        if (!known || force) setProblem(asProblem(fault));
      }
    },
    [couponId, enabled],
  );

  useEffect(() => {
    setSeed(null);
    setReissued(false);
    void load(false);
  }, [load]);

  useEffect(() => {
    const timer = setInterval(() => shown.current && setNow(Date.now()), TICK_MS);
    const quiet = host.onScreenshot(() => {
      dropSeed(couponId);
      setReissued(true);
      void load(true);
    });
    return () => {
      clearInterval(timer);
      quiet();
    };
  }, [couponId, load]);

  useDidShow(() => {
    shown.current = true;
    host.setBrightness(1);
    host.keepScreenOn(true);
    void load(false);
  });
  useDidHide(() => {
    shown.current = false;
    host.setBrightness(-1);
    host.keepScreenOn(false);
  });

  return {
    code: seed ? codeAt(seed, now) : null,
    problem: seed ? null : problem,
    clockWrong: seed !== null && Math.abs(seed.aheadMs) > CLOCK_WRONG_MS,
    reissued,
    retry: () => void load(true),
  };
}
