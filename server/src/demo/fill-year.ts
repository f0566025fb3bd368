/** Plays a year through the real use cases, the clock set back: every ledger is as it would be had it happened. */
import { Inject, Injectable } from '@nestjs/common';
import type { AddressView } from '@tongdian/shared/contract/members.routes';
import type { DeliveryBody } from '@tongdian/shared/contract/orders.dto';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { CouponClaims } from '../coupons/coupons.claim.js';
import { AddressesService } from '../members/addresses.service.js';
import { Enrolment } from '../members/enrolment.js';
import { Baskets } from '../orders/basket.js';
import { OrderFulfilment } from '../orders/order-fulfilment.js';
import { OrderPayments } from '../orders/order-payments.js';
import { OrderPickups } from '../orders/order-pickups.js';
import { OrderPlacing } from '../orders/orders.place.js';
import { Clock } from '../platform/clock.js';
import { withContext, type MemberActor } from '../platform/context.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { PEOPLE } from './brand/people.js';
import { chance } from './brand/random.js';
import { STORES } from './brand/stores.js';
import type { BrandIds } from './fill-brand.js';
import { DemoRepository } from './demo.repository.js';
import { planYear, type PlannedOrder } from './year-plan.js';

/** Sent goods arrive, and waiting ones are fetched, within this time. */
const DONE_AFTER_MS = 3 * DAY_MS;

/** No template opened earlier than this. */
const CLAIMS_OPEN_MS = 32 * DAY_MS;

interface Customer {
  who: MemberActor;
  address: AddressView;
}

@Injectable()
export class YearFill {
  constructor(
    @Inject(DemoRepository) private readonly demo: DemoRepository,
    @Inject(Enrolment) private readonly enrolment: Enrolment,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(CouponClaims) private readonly claims: CouponClaims,
    @Inject(Baskets) private readonly baskets: Baskets,
    @Inject(OrderPlacing) private readonly placing: OrderPlacing,
    @Inject(OrderPayments) private readonly payments: OrderPayments,
    @Inject(OrderPickups) private readonly pickups: OrderPickups,
    @Inject(OrderFulfilment) private readonly fulfilment: OrderFulfilment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Calls `say` with how many of the orders are done. */
  async fill(ids: BrandIds, now: Date, say: (done: number, all: number) => void): Promise<void> {
    const customers = await this.people(now);
    const plan = planYear(new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS));
    let done = 0;
    for (const order of plan) {
      await this.at(order.at, () => this.buy(order, customers[order.person]!, ids, now));
      done += 1;
      if (done % 100 === 0) say(done, plan.length);
    }
  }

  /** Runs `work` as if it were `instant`; the clock comes back whatever happens. */
  async at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    const shift = instant.getTime() - this.clock.now().getTime();
    this.clock.travel(shift);
    try {
      return await work();
    } finally {
      this.clock.travel(-shift);
    }
  }

  private async people(now: Date): Promise<Customer[]> {
    const customers: Customer[] = [];
    for (const person of PEOPLE) {
      const since = addMs(now, -person.joinedDaysAgo * DAY_MS);
      const known = await this.enrolment.enrol({
        nickname: person.nickname,
        phone: person.phone,
        from: person.platform,
        since,
      });
      if (!known) throw new Error(`two people with the phone of ${person.name}`);
      const { memberId, identityId } = known;
      const who: MemberActor = {
        kind: 'member',
        memberId,
        identityId,
        sessionId: newId(),
        platform: person.platform,
        deviceId: 'preview',
      };
      const store = STORES.find(({ code }) => code === person.homeStore)!;
      const address = await this.at(since, () =>
        this.addresses.add(memberId, {
          recipient: person.name,
          phone: person.phone,
          province: store.city,
          city: store.city,
          district: store.district,
          detail: `${store.address.replace(/\d.*$/, '')}${chance(person.phone).int(1, 400)} 弄 ${chance(person.name).int(1, 40)} 号`,
          isDefault: true,
        }),
      );
      customers.push({ who, address });
    }
    return customers;
  }

  private buy(plan: PlannedOrder, { who, address }: Customer, ids: BrandIds, now: Date): Promise<void> {
    return withContext({ actor: who }, async () => {
      if (now.getTime() - plan.at.getTime() < CLAIMS_OPEN_MS) await this.maybeClaim(plan, who, ids);
      const lines = plan.lines.map(({ skuCode, quantity }) => ({ skuId: ids.skus.get(skuCode)!, quantity }));
      const delivery: DeliveryBody = plan.pickup
        ? { kind: 'pickup', storeId: ids.stores.get(plan.pickup)! }
        : { kind: 'ship', addressId: address.id };
      const basket = await this.baskets.gather(who, { lines, delivery });
      const order = await this.placing.write(who, { delivery }, basket, plan.pickup ? null : address);
      await this.pay(order.id, order.orderNo, basket.priced.payableFen, who);
      await this.finish(order.id, who.memberId, plan, ids, now);
    });
  }

  /** People take a coupon before they buy, where one is to be had. */
  private async maybeClaim(plan: PlannedOrder, who: MemberActor, ids: BrandIds): Promise<void> {
    const code = plan.lines.some(({ skuCode }) => /^(CM|PJ)-/.test(skuCode))
      ? 'member-day'
      : 'beans-and-supplies';
    try {
      await this.claims.claim(ids.templates.get(code)!, who.memberId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // not open on that day, or taken already
    }
  }

  private async pay(orderId: string, orderNo: string, amountFen: number, who: MemberActor): Promise<void> {
    const at = this.clock.now();
    const { platform, memberId } = who;
    const paymentId = amountFen > 0 ? newId() : null;
    const transactionNo = paymentId ? `preview${orderNo}` : null;
    if (paymentId) {
      await this.demo.addPayment({
        ...{ id: paymentId, orderId, memberId, platform, amountFen, at },
        outTradeNo: orderNo,
        transactionNo: transactionNo!,
      });
    }
    await withContext({ actor: { kind: 'platform', name: platform } }, () =>
      this.payments.markPaid(orderId, { paymentId, platform, transactionNo, paidAt: at }),
    );
  }

  private async finish(
    orderId: string,
    memberId: string,
    plan: PlannedOrder,
    ids: BrandIds,
    now: Date,
  ): Promise<void> {
    const end = addMs(plan.at, DONE_AFTER_MS);
    if (end > now) return;
    await this.at(end, () =>
      withContext({ actor: { kind: 'system', name: '系统' } }, async () => {
        if (plan.pickup) {
          await this.pickups.handOver(orderId, memberId, ids.stores.get(plan.pickup)!, 'preview');
          return;
        }
        await this.fulfilment.ship(orderId, 'preview');
        await this.fulfilment.receive(orderId, 'preview');
      }),
    );
  }
}
