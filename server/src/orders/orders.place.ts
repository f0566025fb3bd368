/**
 * Placing an order, in one transaction: price it as the quote does, refuse when the price is not the one the
 * buyer saw, hold the stock, lock the coupon, write the order. All of it or nothing.
 */
import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { PlaceOrderBody } from '@tongdian/shared/contract/orders.dto';
import type { OrderView } from '@tongdian/shared/contract/orders.routes';
import { formatYuan, type Fen } from '@tongdian/shared/kernel/money';
import { addMs } from '@tongdian/shared/kernel/time';
import { StockService } from '../catalog/stock.service.js';
import { CouponsService } from '../coupons/coupons.service.js';
import { AddressesService } from '../members/addresses.service.js';
import { MembersService } from '../members/members.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { Baskets, type Basket } from './basket.js';
import { CartRepository } from './cart.repository.js';
import { Order, OrderLine } from './order.entity.js';
import { OrderClosing } from './order-closing.js';
import { orderNumber, PAY_WITHIN_MS } from './order-rules.js';
import { OrdersRepository } from './orders.repository.js';
import { OrdersService } from './orders.service.js';
import { QuoteService } from './quote.service.js';

@Injectable()
export class OrderPlacing {
  constructor(
    @Inject(Baskets) private readonly baskets: Baskets,
    @Inject(QuoteService) private readonly quotes: QuoteService,
    @Inject(OrdersRepository) private readonly orders: OrdersRepository,
    @Inject(OrdersService) private readonly reading: OrdersService,
    @Inject(OrderClosing) private readonly closing: OrderClosing,
    @Inject(CartRepository) private readonly cart: CartRepository,
    @Inject(StockService) private readonly stock: StockService,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /**
   * Refuses: cart_empty, sku_not_found, store_not_found, coupon_not_found, coupon_not_usable, phone_needed,
   * address_needed, price_changed, out_of_stock, coupon_locked, coupon_used, coupon_expired.
   */
  place(who: MemberActor, body: PlaceOrderBody): Promise<OrderView> {
    return this.db.tx(async () => {
      const address = await this.addressOf(who, body);
      const lines = await this.quotes.linesOf(who, body);
      const basket = await this.baskets.gather(who, {
        lines,
        delivery: body.delivery,
        couponId: body.couponId,
      });
      this.mustBeSeenPrice(basket, body);
      const order = await this.write(who, body, basket, address);
      if (!body.lines)
        await this.cart.remove(
          who.memberId,
          basket.lines.map((line) => line.fact.skuId),
        );
      await this.closing.planTimeOut(order.id, order.payBefore!);
      return this.reading.get(who, order.id);
    });
  }

  /** Holds the stock, locks the coupon and writes the order at the basket's price. Inside a transaction. */
  async write(
    who: MemberActor,
    body: Pick<PlaceOrderBody, 'delivery' | 'note'>,
    basket: Basket,
    address: object | null,
  ): Promise<Order> {
    const order = this.toOrder(who, body, basket, address);
    const orderLines = toOrderLines(order.id, basket);
    await this.stock.reserve(basket.placeId, orderLines, `order:${order.id}`);
    if (order.couponId) await this.coupons.lock(order.couponId, who.memberId, order.id, order.payBefore!);
    await this.orders.add(order, orderLines);
    await this.orders.log({
      orderId: order.id,
      fromState: null,
      toState: order.state,
      event: 'place',
      actorKind: 'member',
      actorId: who.memberId,
      actorName: '会员',
      cause: 'place',
      at: order.createdAt,
    });
    return order;
  }

  /** A phone is asked for at the first act that needs it; goods that are sent need an address as well. */
  private async addressOf(who: MemberActor, body: PlaceOrderBody): Promise<object | null> {
    await this.members.mustHavePhone(who.memberId);
    if (body.delivery.kind === 'pickup') return null;
    if (!body.delivery.addressId) throw new Problem('address_needed');
    return this.addresses.get(who.memberId, body.delivery.addressId);
  }

  private mustBeSeenPrice({ priced }: Basket, body: PlaceOrderBody): void {
    if (body.couponId && priced.appliedCouponId !== body.couponId) {
      const verdict = priced.verdicts.find(({ couponId }) => couponId === body.couponId);
      throw new Problem('coupon_not_usable', { reason: verdict?.reason?.text ?? '这张券现在用不了' });
    }
    if (priced.payableFen !== body.payableFen) {
      throw new Problem('price_changed', {
        from: formatYuan(body.payableFen as Fen, true),
        to: formatYuan(priced.payableFen, true),
      });
    }
  }

  private toOrder(
    who: MemberActor,
    body: Pick<PlaceOrderBody, 'delivery' | 'note'>,
    basket: Basket,
    address: object | null,
  ): Order {
    const now = this.clock.now();
    const { priced } = basket;
    const coupon = basket.wallet.find(({ id }) => id === priced.appliedCouponId);
    return Object.assign(new Order(), {
      id: newId(),
      orderNo: orderNumber(now, randomInt(1_000_000)),
      memberId: who.memberId,
      platform: who.platform,
      state: 'awaiting_payment' as const,
      listFen: priced.listFen,
      goodsFen: priced.goodsFen,
      shippingFen: priced.shippingFen,
      payableFen: priced.payableFen,
      savedFen: priced.savedFen,
      earnsPoints: priced.earnsPoints,
      steps: priced.steps,
      couponId: coupon?.id ?? null,
      couponTitle: coupon?.title ?? null,
      levelId: basket.progress.level.id,
      deliveryKind: body.delivery.kind,
      placeId: basket.placeId,
      storeId: basket.storeId,
      addressEnc: address ? this.vault.seal(JSON.stringify(address)) : null,
      note: body.note || null,
      createdAt: now,
      payBefore: addMs(now, PAY_WITHIN_MS),
      paidAt: null,
      completedAt: null,
    });
  }
}

function toOrderLines(orderId: string, basket: Basket): OrderLine[] {
  return basket.priced.lines.map((line, position) => {
    const { fact } = basket.lines[position]!;
    return Object.assign(new OrderLine(), {
      id: newId(),
      orderId,
      position,
      skuId: fact.skuId,
      productId: fact.productId,
      name: fact.name,
      options: fact.options,
      picture: fact.picture,
      plate: fact.plate,
      quantity: line.quantity,
      unitListFen: line.unitListFen,
      listFen: line.listFen,
      memberOffFen: line.memberOffFen,
      couponOffFen: line.couponOffFen,
      payableFen: line.payableFen,
    });
  });
}
