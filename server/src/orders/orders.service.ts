/** Reading and cancelling orders. Placing stands in orders.place.ts, being paid in order-payments.ts. */
import { Inject, Injectable } from '@nestjs/common';
import type { ListOrdersQuery } from '@tongdian/shared/contract/orders.dto';
import type { OrderView } from '@tongdian/shared/contract/orders.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { mayHappen, ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { StoresService } from '../stores/stores.service.js';
import type { Order } from './order.entity.js';
import { OrderClosing } from './order-closing.js';
import { OrdersRepository } from './orders.repository.js';
import { toOrderView, type OrderAddress } from './orders.views.js';

const PAGE_SIZE = 10;

@Injectable()
export class OrdersService {
  constructor(
    @Inject(OrdersRepository) private readonly orders: OrdersRepository,
    @Inject(OrderClosing) private readonly closing: OrderClosing,
    @Inject(StoresService) private readonly stores: StoresService,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Database) private readonly db: Database,
  ) {}

  async views(orders: readonly Order[], forStaff: boolean): Promise<OrderView[]> {
    if (orders.length === 0) return [];
    const ids = orders.map((order) => order.id);
    const [lines, events, names] = await Promise.all([
      this.orders.linesOf(ids),
      this.orders.eventsOf(ids),
      this.stores.namesOf(orders.flatMap((order) => order.storeId ?? [])),
    ]);
    return orders.map((order) =>
      toOrderView(
        order,
        lines.filter((line) => line.orderId === order.id),
        events.filter((event) => event.orderId === order.id),
        {
          storeName: order.storeId ? (names.get(order.storeId) ?? null) : null,
          address: order.addressEnc ? (JSON.parse(this.vault.open(order.addressEnc)) as OrderAddress) : null,
          forStaff,
        },
      ),
    );
  }

  async list(who: MemberActor, query: ListOrdersQuery): Promise<Page<OrderView>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? PAGE_SIZE;
    const [orders, total] = await this.orders.page(who.memberId, query.state, page, pageSize);
    return { items: await this.views(orders, false), total, page, pageSize };
  }

  /** Refuses with order_not_found, also for an order of somebody else. */
  async get(who: MemberActor, id: string): Promise<OrderView> {
    const order = await this.orders.ofMember(id, who.memberId);
    if (!order) throw new Problem('order_not_found');
    return (await this.views([order], false))[0]!;
  }

  async getForStaff(id: string): Promise<OrderView> {
    const order = await this.orders.byId(id);
    if (!order) throw new Problem('order_not_found');
    return (await this.views([order], true))[0]!;
  }

  /** Cancels an unpaid order: stock and coupon go back. A paid one is refused by name. */
  cancel(who: MemberActor, id: string): Promise<OrderView> {
    return this.db.tx(async () => {
      const order = await this.orders.ofMember(id, who.memberId);
      if (!order) throw new Problem('order_not_found');
      const held = (await this.orders.hold(id))!;
      if (!mayHappen(held.state, 'cancel', 'member'))
        throw new Problem('order_state_wrong', {
          state: held.state,
          stateName: ORDER_STATE_NAMES[held.state],
        });
      await this.closing.close(held, 'cancel', 'member');
      return this.get(who, id);
    });
  }
}
