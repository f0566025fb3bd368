/** The scan as the server prices it with the bill on the screen: asked after a pause in typing, the last one wins. */
import { useEffect, useState } from 'react';
import { previewBill, type ScanView } from '@tongdian/shared/contract/verification.routes';
import { call } from '@kit/api';
import { asProblem, type Problem } from '@kit/problem';
import type { Bill } from '../../../parts/counter-rules';

const TYPING_PAUSE_MS = 350;

export interface Pricing {
  view: ScanView;
  /** The bill on the screen is not the one that is priced: asking, or it could not be asked. */
  pricing: boolean;
  problem: Problem | null;
  again(): void;
}

/** `read` is the scan without a bill. */
export function usePricing(read: ScanView, bill: Bill): Pricing {
  const [view, setView] = useState(read);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(0);
  const pricing = bill.fault === null && bill.fen !== view.billFen;

  useEffect(() => {
    setProblem(null);
    if (!pricing) return undefined;
    if (bill.fen === null) {
      setView(read);
      return undefined;
    }
    const billFen = bill.fen;
    let gone = false;
    const timer = setTimeout(() => {
      call(previewBill, { params: { id: read.scanId }, query: { billFen } }).then(
        (found) => !gone && setView(found),
        (fault: unknown) => !gone && setProblem(asProblem(fault)),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [bill.fen, pricing, asked, read]);

  return { view, pricing, problem, again: () => setAsked((count) => count + 1) };
}
