import { Inject, Injectable } from '@nestjs/common';
import type { AdminOrdersQuery } from '@tongdian/shared/contract/orders.dto';
import type { AdminOrderRow } from '@tongdian/shared/contract/orders.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import { describeGoods } from '@tongdian/shared/rules/order-text';
import { maskName } from '../platform/security/vault.js';
import { AdminOrdersRepository, type AdminOrderRecord } from './admin-orders.repository.js';

function toRow(record: AdminOrderRecord): AdminOrderRow {
  const { nickname, memberNo, firstName, pieces, createdAt, ...rest } = record;
  return {
    ...rest,
    stateName: ORDER_STATE_NAMES[record.state],
    memberName: nickname ? maskName(nickname) : memberNo,
    goods: describeGoods([{ name: firstName, quantity: pieces }]),
    createdAt: createdAt.toISOString(),
  };
}

@Injectable()
export class AdminOrdersService {
  constructor(@Inject(AdminOrdersRepository) private readonly orders: AdminOrdersRepository) {}

  async list(query: AdminOrdersQuery): Promise<Page<AdminOrderRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? 20;
    const [records, total] = await Promise.all([
      this.orders.page(query, page, pageSize),
      this.orders.total(query),
    ]);
    return { items: records.map(toRow), total, page, pageSize };
  }
}
