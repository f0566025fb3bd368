/** What the buyer has decided so far, and the quote that follows from it. */
import { useEffect, useState } from 'react';
import { listAddresses, type AddressView } from '@tongdian/shared/contract/members.routes';
import type { DeliveryBody, OrderLineBody, QuoteBody } from '@tongdian/shared/contract/orders.dto';
import { quoteOrder, type QuoteView } from '@tongdian/shared/contract/orders.routes';
import type { StoreView } from '@tongdian/shared/contract/stores.routes';
import { call } from '@kit/api';
import { useQuery, type Query } from '@kit/query';
import { sorted, usePlace, useStores } from '../../../parts/place';
import { usePicked } from '../../../parts/picked';

export interface Checkout {
  delivery: 'ship' | 'pickup';
  setDelivery: (kind: 'ship' | 'pickup') => void;
  /** undefined = the best one, null = none. */
  couponId: string | null | undefined;
  setCoupon: (id: string | null | undefined) => void;
  address: AddressView | null;
  store: StoreView | null;
  quote: Query<QuoteView>;
  body: QuoteBody;
  /** What is still missing before it can be paid, in words; null = nothing. */
  missing: string | null;
}

function deliveryOf(
  kind: 'ship' | 'pickup',
  address: AddressView | null,
  store: StoreView | null,
): DeliveryBody {
  if (kind === 'ship') return { kind, ...(address ? { addressId: address.id } : {}) };
  return { kind, ...(store ? { storeId: store.id } : {}) };
}

export function useCheckout(open: boolean, lines: OrderLineBody[] | null, pickupFirst: boolean): Checkout {
  const [delivery, setDelivery] = useState<'ship' | 'pickup'>(pickupFirst ? 'pickup' : 'ship');
  const [couponId, setCoupon] = useState<string | null | undefined>(undefined);
  const place = usePlace();
  const stores = useStores();
  const picked = usePicked();
  const addresses = useQuery('addresses', () => call(listAddresses), { enabled: open });
  const address = addresses.data?.find(({ id }) => id === picked.addressId) ?? addresses.data?.[0] ?? null;
  const nearest = stores.data ? sorted(stores.data, place) : [];
  const store = nearest.find(({ id }) => id === picked.storeId) ?? nearest[0] ?? null;

  useEffect(() => {
    if (pickupFirst) setDelivery('pickup');
  }, [pickupFirst]);

  const body: QuoteBody = {
    ...(lines ? { lines } : {}),
    delivery: deliveryOf(delivery, address, store),
    ...(couponId === undefined ? {} : { couponId }),
  };
  const ready = open && (delivery === 'ship' || store !== null);
  const quote = useQuery(ready ? `quote.${JSON.stringify(body)}` : null, () => call(quoteOrder, { body }), {
    freshMs: 2_000,
  });

  return {
    delivery,
    setDelivery,
    couponId,
    setCoupon,
    address,
    store,
    quote,
    body,
    missing: missingOf(delivery, address, addresses.data !== null, quote.data),
  };
}

function missingOf(
  kind: 'ship' | 'pickup',
  address: AddressView | null,
  known: boolean,
  quote: QuoteView | null,
): string | null {
  const short = quote?.lines.find((line) => line.available < line.quantity);
  if (short) return short.available > 0 ? `${short.name}只剩 ${short.available} 件` : `${short.name}这里没货`;
  if (kind === 'ship' && known && !address) return '先填收货地址';
  return null;
}
