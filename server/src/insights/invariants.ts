/**
 * What must always hold, each as one statement that finds the rows which break it. Operators run them from
 * the panel; tests run them after every race.
 */
export interface Invariant {
  name: string;
  says: string;
  /** Counts what was looked at: `select count(*)::int as checked …`. */
  checked: string;
  /** Finds what is broken: `select id, detail …`. */
  broken: string;
}

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'points_balance',
    says: '每个会员的积分余额等于各批剩余之和，也等于流水之和',
    checked: 'select count(*)::int as checked from points_accounts',
    broken: `
      select a.member_id::text as id, format('余额 %s，批次 %s，流水 %s', a.balance, coalesce(l.left_over, 0), coalesce(e.moved, 0)) as detail
      from points_accounts a
      left join (select member_id, sum(remaining) as left_over from points_lots group by member_id) l using (member_id)
      left join (select member_id, sum(delta) as moved from points_entries group by member_id) e using (member_id)
      where a.balance <> coalesce(l.left_over, 0) or a.balance <> coalesce(e.moved, 0)`,
  },
  {
    name: 'points_lots',
    says: '每批积分的剩余等于这批的流水之和',
    checked: 'select count(*)::int as checked from points_lots',
    broken: `
      select l.id::text as id, format('剩余 %s，流水 %s', l.remaining, coalesce(sum(e.delta), 0)) as detail
      from points_lots l left join points_entries e on e.lot_id = l.id
      group by l.id having l.remaining <> coalesce(sum(e.delta), 0)`,
  },
  {
    name: 'growth',
    says: '成长值等于成长流水之和',
    checked: 'select count(*)::int as checked from members',
    broken: `
      select m.id::text as id, format('成长值 %s，流水 %s', m.growth, coalesce(sum(g.delta), 0)) as detail
      from members m left join growth_entries g on g.member_id = m.id
      group by m.id having m.growth <> coalesce(sum(g.delta), 0)`,
  },
  {
    name: 'coupons_issued',
    says: '发出的券不超过总量，计数与实际一致',
    checked: 'select count(*)::int as checked from coupon_templates',
    broken: `
      select t.id::text as id, format('记 %s 张，实有 %s 张，总量 %s', t.issued_count, count(c.id), t.total_count) as detail
      from coupon_templates t left join coupons c on c.template_id = t.id
      group by t.id having t.issued_count <> count(c.id) or t.issued_count > t.total_count`,
  },
  {
    name: 'coupons_per_member',
    says: '每人领的张数不超过限领',
    checked: 'select count(*)::int as checked from coupon_takings',
    broken: `
      select c.member_id::text as id, format('「%s」有 %s 张，限领 %s', t.title, count(*), t.per_member) as detail
      from coupons c join coupon_templates t on t.id = c.template_id
      join members m on m.id = c.member_id
      where not exists (select 1 from members j where j.merged_into = m.id)
      group by c.member_id, t.id having count(*) > t.per_member`,
  },
  {
    name: 'coupon_uses',
    says: '用过的券都有且只有一次生效的使用记录',
    checked: `select count(*)::int as checked from coupons where state = 'used'`,
    broken: `
      select c.id::text as id, format('状态 %s，使用 %s 次，退回 %s 次', c.state, u.used, u.returned) as detail
      from coupons c join (
        select coupon_id, count(*) filter (where kind = 'used') as used, count(*) filter (where kind = 'returned') as returned
        from coupon_entries group by coupon_id) u on u.coupon_id = c.id
      where u.used - u.returned <> (case when c.state = 'used' then 1 else 0 end)`,
  },
  {
    name: 'stock',
    says: '库存等于出入流水之和，占用等于未付订单之和',
    checked: 'select count(*)::int as checked from stock',
    broken: `
      select k.sku_id::text as id, format('在库 %s 流水 %s，占用 %s 流水 %s', k.on_hand, coalesce(sum(e.on_hand_delta), 0), k.reserved, coalesce(sum(e.reserved_delta), 0)) as detail
      from stock k left join stock_entries e on e.sku_id = k.sku_id and e.place_id = k.place_id
      group by k.sku_id, k.place_id, k.on_hand, k.reserved
      having k.on_hand <> coalesce(sum(e.on_hand_delta), 0) or k.reserved <> coalesce(sum(e.reserved_delta), 0)`,
  },
  {
    name: 'order_lines',
    says: '订单金额等于各行之和加运费',
    checked: 'select count(*)::int as checked from orders',
    broken: `
      select o.id::text as id, format('商品 %s，各行 %s', o.goods_fen, sum(l.payable_fen)) as detail
      from orders o join order_lines l on l.order_id = o.id
      group by o.id having o.goods_fen <> sum(l.payable_fen) or o.payable_fen <> o.goods_fen + o.shipping_fen`,
  },
  {
    name: 'paid_orders',
    says: '付过的订单都有一笔同额的到账，没付的都没有',
    checked: 'select count(*)::int as checked from orders where payable_fen > 0',
    broken: `
      select o.id::text as id, format('订单 %s 应付 %s，到账 %s，退回 %s', o.state, o.payable_fen, p.paid, p.refunded) as detail
      from orders o join lateral (
        select coalesce(sum(p.amount_fen), 0) as paid,
               coalesce((select sum(r.amount_fen) from refunds r where r.order_id = o.id), 0) as refunded
        from payments p where p.order_id = o.id and p.state = 'paid') p on true
      where o.payable_fen > 0
        and ((o.paid_at is not null and p.paid - p.refunded <> o.payable_fen)
          or (o.paid_at is null and p.paid <> p.refunded))`,
  },
  {
    name: 'refunds',
    says: '退款不超过到账，没到账的不退',
    checked: 'select count(*)::int as checked from refunds',
    broken: `
      select p.id::text as id, format('到账 %s（%s），退回 %s', p.amount_fen, p.state, sum(r.amount_fen)) as detail
      from payments p join refunds r on r.payment_id = p.id
      group by p.id having p.state <> 'paid' or sum(r.amount_fen) > p.amount_fen`,
  },
  {
    name: 'open_payments',
    says: '订单结束一小时后，不再有能付的支付',
    checked: "select count(*)::int as checked from payments where state in ('intended', 'open', 'unknown')",
    broken: `
      select p.id::text as id, format('支付 %s，订单 %s', p.state, o.state) as detail
      from payments p join orders o on o.id = p.order_id
      where p.state in ('intended', 'open', 'unknown') and o.state <> 'awaiting_payment'
        and coalesce(o.paid_at, o.pay_before, p.created_at) < now() - interval '1 hour'`,
  },
  {
    name: 'one_phone_one_member',
    says: '一个手机号只属于一个会员',
    checked: 'select count(*)::int as checked from members where phone_hash is not null',
    broken: `
      select min(id::text) as id, format('%s 个会员', count(*)) as detail from members
      where phone_hash is not null and status in ('active', 'blocked') group by phone_hash having count(*) > 1`,
  },
];
