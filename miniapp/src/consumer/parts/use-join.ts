/** Binding a phone number, wherever it is asked for: joining, or the first order. */
import type { BindPhoneBody } from '@tongdian/shared/contract/members.dto';
import { bindPhone, type PhoneBoundView } from '@tongdian/shared/contract/members.routes';
import { addToCart, getCart, type CartLineView } from '@tongdian/shared/contract/orders.routes';
import { useAct, type Act } from '@kit/act';
import { call } from '@kit/api';
import { stale } from '@kit/query';
import { adopt } from '@kit/session';
import { toast } from '@kit/ui/toast';

/** What belongs to a person and changes when the phone leads to another member. */
const MINE = ['cart', 'orders', 'order', 'coupons', 'coupon', 'points', 'claimable', 'quote', 'addresses'];

export function useJoin(done: (outcome: PhoneBoundView['outcome']) => void): Act<[BindPhoneBody], void> {
  return useAct(
    async (key, body: BindPhoneBody) => {
      const before = await call(getCart).catch(() => null);
      const { outcome, session } = await call(bindPhone, { body, key });
      adopt(session);
      if (outcome === 'joined' && before) await carryOver(before.lines, key);
      MINE.forEach(stale);
      done(outcome);
    },
    (problem) => toast(problem.words),
  );
}

/** What was put into the cart before we knew who it is goes along; what is in the member's cart already stays as it is. */
async function carryOver(lines: CartLineView[], key: string): Promise<void> {
  if (lines.length === 0) return;
  const mine = await call(getCart).catch(() => null);
  if (!mine) return;
  const missing = lines.filter(({ skuId }) => !mine.lines.some((line) => line.skuId === skuId));
  for (const [index, { skuId, quantity }] of missing.entries())
    await call(addToCart, { body: { skuId, quantity }, key: `${key}-c${index}` }).catch(() => null);
}
