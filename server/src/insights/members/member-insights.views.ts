/** A member's page in the panel: what happened, in words. */
import { fen, toYuanText } from '@tongdian/shared/kernel/money';
import type { AdminMemberRow, TimelineEntry } from '@tongdian/shared/contract/members.routes';
import { PLATFORM_NAMES, type Platform } from '@tongdian/shared/kernel/platforms';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import type { MemberBrief } from '../../members/member-brief.js';
import type { HappenedRow, MemberFigures } from './member-insights.repository.js';

export function memberRowView(brief: MemberBrief, figures: MemberFigures | undefined): AdminMemberRow {
  return {
    id: brief.id,
    memberNo: brief.memberNo,
    name: brief.nickname,
    phoneMasked: brief.phoneMasked,
    level: figures?.level ?? '会员',
    growth: brief.growth,
    points: figures?.points ?? 0,
    sources: figures?.sources ?? [],
    orders: figures?.orders ?? 0,
    spentFen: figures?.spentFen ?? 0,
    joinedAt: brief.createdAt.toISOString(),
  };
}

const STATES: Record<OrderState, string> = {
  awaiting_payment: '待付款',
  paid: '已付款',
  ready_for_pickup: '可自提',
  shipped: '已发货',
  completed: '已完成',
  cancelled: '已取消',
  closed: '超时关闭',
};

const COUPON_DEEDS: Record<string, string> = {
  issued: '领到',
  locked: '下单占用',
  released: '释放',
  used: '用掉',
  returned: '退回',
  expired: '过期',
  revoked: '作废',
};

const platformName = (platform: string): string => PLATFORM_NAMES[platform as Platform] ?? platform;

function sourceName(source: string): string {
  return source.startsWith('card:') ? `会员卡 ${source.slice(5)}` : platformName(source);
}

/** "groceries cancellation GBP 1234": the amount in its own currency, as fen are yuan's alone. */
function saleWords(about: string): string {
  const [channel, kind, currency, minor] = about.split(' ');
  const amount = `${currency} ${toYuanText(fen(Number(minor)))}`;
  return `${channel} ${kind === 'cancellation' ? '退单' : '消费'} ${amount}`;
}

function words({ kind, what, about }: HappenedRow): [string, string | null] {
  switch (kind) {
    case 'joined':
      return ['成为会员', `来自${sourceName(what)}`];
    case 'identity':
      return [what === 'card' ? '会员卡' : what === 'phone' ? '手机号' : `${platformName(what)}身份`, about];
    case 'order':
      return [`订单 ${what}`, STATES[about as OrderState] ?? about];
    case 'sale':
      return [`单据 ${what}`, saleWords(about ?? '')];
    case 'coupon':
      return [`${COUPON_DEEDS[about ?? ''] ?? about}「${what}」`, null];
    case 'points':
      return [`积分 ${Number(about) > 0 ? '+' : ''}${about}`, what];
    case 'level':
      return [`等级变为${about ?? ''}`, `原来是${what}`];
    case 'visit':
      return [`到店 ${what}`, about === 'undone' ? '已撤回' : null];
  }
}

export function timelineView(row: HappenedRow): TimelineEntry {
  const [title, detail] = words(row);
  return { at: row.at.toISOString(), kind: row.kind, title, detail, amountFen: row.amountFen };
}
