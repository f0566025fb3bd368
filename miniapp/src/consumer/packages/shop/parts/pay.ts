/** From an order to the platform's payment and back. What the phone says is a hint; the server knows. */
import { payOrder } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { stale } from '@kit/query';

export type PaidHint = 'done' | 'cancelled' | 'unknown';

export async function pay(orderId: string, key: string): Promise<PaidHint> {
  const start = await call(payOrder, { params: { id: orderId }, key });
  const hint = start.params ? await host.pay(start.params) : 'done';
  stale('orders');
  stale(`order.${orderId}`);
  stale('cart');
  return hint;
}
