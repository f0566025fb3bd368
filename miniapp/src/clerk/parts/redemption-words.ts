/** A redemption in a line: who, what, how it stands. */
import type { RedemptionView } from '@tongdian/shared/contract/verification.routes';

/** 「许* 金卡」; a pick-up by itself is known by its order: 「自取 尾号 7714」. */
export function whoOf({ member, coupons, orders }: RedemptionView): string {
  if (coupons.length === 0 && orders.length === 1) return `自取 尾号 ${orders[0]!.orderNo.slice(-4)}`;
  return memberText(member);
}

/** Without a name the number says who it is. */
export function memberText(member: {
  nameMasked: string;
  phoneMasked: string | null;
  level: string;
}): string {
  const named = /\*/.test(member.nameMasked) ? member.nameMasked : (member.phoneMasked ?? member.nameMasked);
  return `${named} ${member.level}`;
}

export function whatOf({ coupons, orders }: RedemptionView): string {
  return [...coupons.map(({ title }) => title), ...orders.map(({ goods }) => goods)].join('、');
}
