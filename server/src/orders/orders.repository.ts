/** Statements of orders. A change of state is guarded by the state it leaves, and its row count is checked. */
import { Inject, Injectable } from '@nestjs/common';
import type { OrderEvent, OrderState } from '@tongdian/shared/rules/order-states';
import { In } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { currentContext } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Order, OrderEventRow, OrderLine } from './order.entity.js';

export interface OrderWithLines {
  order: Order;
  lines: OrderLine[];
}

@Injectable()
export class OrdersRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async add(order: Order, lines: OrderLine[]): Promise<void> {
    await this.db.manager.insert(Order, order);
    await this.db.manager.insert(OrderLine, lines);
  }

  ofMember(id: string, memberId: string): Promise<Order | null> {
    return this.db.manager.findOneBy(Order, { id, memberId });
  }

  byId(id: string): Promise<Order | null> {
    return this.db.manager.findOneBy(Order, { id });
  }

  /** Holds the row until the transaction ends: who changes an order's state waits here. */
  async hold(id: string): Promise<Order | null> {
    return this.db.manager.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  linesOf(orderIds: readonly string[]): Promise<OrderLine[]> {
    return this.db.manager.find(OrderLine, {
      where: { orderId: In([...orderIds]) },
      order: { position: 'ASC' },
    });
  }

  eventsOf(orderIds: readonly string[]): Promise<OrderEventRow[]> {
    return this.db.manager.find(OrderEventRow, {
      where: { orderId: In([...orderIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  page(
    memberId: string,
    state: OrderState | undefined,
    page: number,
    pageSize: number,
  ): Promise<[Order[], number]> {
    return this.db.manager.findAndCount(Order, {
      where: { memberId, ...(state ? { state } : {}) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: pageSize,
      skip: (page - 1) * pageSize,
    });
  }

  /** Paid orders to be fetched at a store; of one member when given. */
  async waitingAt(storeId: string, memberId: string | null): Promise<Order[]> {
    return this.db.manager.find(Order, {
      where: {
        storeId,
        deliveryKind: 'pickup',
        state: In(['paid', 'ready_for_pickup']),
        ...(memberId ? { memberId } : {}),
      },
      order: { paidAt: 'ASC' },
    });
  }

  /**
   * Moves an order on, if it is still in `from`. False = somebody else was first. Writes the history in the
   * same go, with who did it.
   */
  async move(
    id: string,
    from: OrderState,
    event: OrderEvent,
    to: OrderState,
    cause: string,
  ): Promise<boolean> {
    const now = this.clock.now();
    const { actor } = currentContext();
    const moved = await this.db.run(
      `update orders set state = $3,
         paid_at = case when $4 = 'pay' then $5 else paid_at end,
         completed_at = case when $3 = 'completed' then $5 else completed_at end,
         pay_before = case when $3 in ('awaiting_payment') then pay_before else null end
       where id = $1 and state = $2`,
      [id, from, to, event, now],
    );
    if (moved === 0) return false;
    await this.log({ orderId: id, fromState: from, toState: to, event, cause, at: now, ...actorOf(actor) });
    return true;
  }

  async log(row: Omit<OrderEventRow, 'id'>): Promise<void> {
    await this.db.manager.insert(OrderEventRow, { ...row, id: newId() });
  }

  async repoint(fromMemberId: string, toMemberId: string): Promise<void> {
    await this.db.run('update orders set member_id = $2 where member_id = $1', [fromMemberId, toMemberId]);
  }
}

export function actorOf(
  actor: ReturnType<typeof currentContext>['actor'],
): Pick<OrderEventRow, 'actorKind' | 'actorId' | 'actorName'> {
  if (actor.kind === 'member') return { actorKind: 'member', actorId: actor.memberId, actorName: '会员' };
  if (actor.kind === 'staff') return { actorKind: 'staff', actorId: actor.staffId, actorName: actor.name };
  return { actorKind: actor.kind, actorId: null, actorName: actor.name };
}
