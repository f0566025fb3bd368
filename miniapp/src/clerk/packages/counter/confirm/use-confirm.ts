/**
 * The state of one confirmation: the bill as typed and as the server has priced it, what is ticked, and the
 * one act. It is kept on the device until it is answered, so that it can be gone on with after a restart.
 */
import { useRef, useState } from 'react';
import { confirmScan, type ScanView } from '@tongdian/shared/contract/verification.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import type { Problem } from '@kit/problem';
import { stale } from '@kit/query';
import {
  proposed,
  readBill,
  stillPossible,
  sumOf,
  withCoupon,
  withOrder,
  type Bill,
  type Choice,
  type Sum,
} from '../../../parts/counter-rules';
import { go } from '../../../parts/go';
import { dropScan, holdScan, type OpenScan } from '../../../parts/scan';
import { keepOutcome } from '../result/outcome';
import { usePricing, type Pricing } from './use-pricing';

export interface Confirmation {
  view: ScanView;
  wantedOrderId: string | null;
  billText: string;
  bill: Bill;
  pricing: Pricing;
  choice: Choice;
  /** The choice is ours; nobody has pressed a line yet. */
  chosenForClerk: boolean;
  sum: Sum;
  busy: boolean;
  problem: Problem | null;
  typeBill(text: string): void;
  toggleCoupon(id: string): void;
  toggleOrder(id: string): void;
  confirm(): void;
}

export function useConfirm(scan: OpenScan): Confirmation {
  const { wantedOrderId } = scan;
  const [billText, setBillText] = useState(scan.billText);
  const [byHand, setByHand] = useState<Choice | null>(null);
  const bill = readBill(billText);
  const pricing = usePricing(scan.view, bill);
  const { view } = pricing;
  const choice = byHand ? stillPossible(view, byHand) : proposed(view, wantedOrderId);

  const latest = useRef({ view, choice });
  latest.current = { view, choice };
  const act = useAct((key) => confirmed(key, latest.current.view, latest.current.choice));
  const choose = (next: Choice): void => {
    act.clear();
    setByHand(next);
  };
  return {
    view,
    wantedOrderId,
    billText,
    bill,
    pricing,
    choice,
    chosenForClerk: byHand === null,
    sum: sumOf(view, choice),
    busy: act.busy,
    problem: act.problem,
    typeBill: (text) => {
      act.clear();
      setBillText(text);
      holdScan({ ...scan, billText: text });
    },
    toggleCoupon: (id) => choose(withCoupon(view, choice, id)),
    toggleOrder: (id) => choose(withOrder(choice, id)),
    confirm: () => void act.run(),
  };
}

async function confirmed(key: string, view: ScanView, choice: Choice): Promise<void> {
  const body = {
    couponIds: choice.couponIds,
    ...(choice.orderIds.length > 0 ? { orderIds: choice.orderIds } : {}),
    ...(view.billFen === null ? {} : { billFen: view.billFen }),
  };
  const done = await call(confirmScan, {
    params: { id: view.scanId },
    body,
    // While nobody knows whether it was done, the same things keep the same name; other things get another.
    key: `${key}-${fingerprint(JSON.stringify(body))}`,
  });
  keepOutcome(done, view, choice);
  stale('today');
  stale('pickups');
  dropScan();
  host.tick();
  go.result(done.id);
}

/** Eight letters or fewer that tell one text from another (FNV-1a, 32 bits); no secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
