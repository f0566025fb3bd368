/**
 * What the phone will show of a coupon, decided by the same rules as in the app and on the server: the
 * baskets are examples, the answers are not. Pure.
 */
import { fen, maxFen, minFen, toYuanText, type Fen } from '@tongdian/shared/kernel/money';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { addMs, dayText, DAY_MS } from '@tongdian/shared/kernel/time';
import {
  channelsOf,
  judgeCoupon,
  windowFrom,
  type CouponGoods,
  type CouponOutcome,
  type CouponPlace,
  type CouponRule,
} from '@tongdian/shared/rules/coupon-rules';
import { readCount } from '../../kit/money-input';
import { yuan } from '../../kit/words';
import { ruleOf, type Chosen, type TemplateForm } from './template-form';

export interface Stub {
  kind: 'money' | 'fold' | 'gift' | 'truck';
  big: string;
  small: string;
}

export interface PreviewCard {
  when: string;
  state: 'usable' | 'almost' | 'refused';
  says: string;
  /** 0 to 1: how far the basket is; null = no bar. */
  filled: number | null;
  act: string;
}

export interface Preview {
  title: string;
  stub: Stub;
  /** "7 月 12 日前" */
  until: string;
  cards: PreviewCard[];
  counter: { says: string; under: string };
}

const ELSEWHERE = '00000000-0000-7000-8000-00000000ffff';
const SHIPPING_FEN = fen(1_200);

interface Scene {
  rule: CouponRule;
  platform: Platform;
  now: Date;
  validUntil: Date;
}

function stubOf(rule: CouponRule): Stub {
  const short = (amount: Fen): string => toYuanText(amount).replace(/\.00$/, '');
  const small = rule.thresholdFen > 0 ? `满 ${short(rule.thresholdFen)}` : '没有门槛';
  if (rule.kind === 'exchange') return { kind: 'gift', big: '兑换', small: '到店一份' };
  if (rule.kind === 'shipping') return { kind: 'truck', big: '免运费', small };
  if (rule.kind === 'money_off') return { kind: 'money', big: short(rule.amountFen), small };
  const paid = (10_000 - rule.percentBp) / 100;
  return { kind: 'fold', big: String(Number.isInteger(paid / 10) ? paid / 10 : paid), small };
}

/** Goods the coupon covers, at this list price. */
function coveredGoods(rule: CouponRule, listFen: Fen): CouponGoods {
  const { scope } = rule;
  const productId = scope.productIds?.[0] ?? ELSEWHERE;
  const categoryIds = scope.categoryIds?.[0] ? [scope.categoryIds[0]] : [];
  return { key: 'sample', skuId: ELSEWHERE, productId, categoryIds, listFen, dueFen: listFen };
}

function judge(
  scene: Scene,
  goods: CouponGoods,
  place: Partial<CouponPlace>,
  now = scene.now,
): CouponOutcome {
  const { rule, platform, validUntil } = scene;
  const at: CouponPlace = {
    platform,
    channel: 'online',
    storeId: rule.scope.storeIds?.[0] ?? null,
    levelId: rule.scope.levelIds?.[0] ?? null,
    shippingFen: SHIPPING_FEN,
    ...place,
  };
  return judgeCoupon(rule, { validFrom: scene.now, validUntil }, [goods], at, now);
}

/** Where this coupon is good for sure: on line unless it is for stores only. */
function home(rule: CouponRule): Partial<CouponPlace> {
  return channelsOf(rule).includes('online') ? {} : { channel: 'store' };
}

/** A basket that is large enough to see the coupon work. */
function enough(rule: CouponRule): Fen {
  return maxFen(rule.thresholdFen, maxFen(rule.amountFen, fen(10_000)));
}

function usableCard(scene: Scene, goodsWords: string): PreviewCard {
  const outcome = judge(scene, coveredGoods(scene.rule, enough(scene.rule)), home(scene.rule));
  if (!outcome.applies)
    return { when: '能用时', state: 'refused', says: outcome.reason.text, filled: null, act: '看看别的' };
  return { when: '能用时', state: 'usable', says: goodsWords, filled: null, act: '去用' };
}

function almostCard(scene: Scene): PreviewCard | null {
  const { rule } = scene;
  if (rule.thresholdFen === 0) return null;
  const missing = minFen(fen(1_200), maxFen(fen(Math.floor(rule.thresholdFen / 2)), fen(1)));
  const outcome = judge(scene, coveredGoods(rule, fen(rule.thresholdFen - missing)), home(rule));
  if (outcome.applies || outcome.reason.code !== 'threshold') return null;
  const filled = outcome.eligibleListFen / rule.thresholdFen;
  return { when: '差一点时', state: 'almost', says: outcome.reason.text, filled, act: '看看凑什么' };
}

/** The first way in which this coupon says no: other goods, the wrong place, another level, too late. */
function refusedCard(scene: Scene): PreviewCard {
  const { rule, validUntil } = scene;
  const goods = coveredGoods(rule, enough(rule));
  const others = { ...goods, productId: ELSEWHERE, categoryIds: [] };
  const shut = { ...goods, productId: rule.scope.notProductIds?.[0] ?? goods.productId };
  const barred = { ...shut, categoryIds: rule.scope.notCategoryIds ?? goods.categoryIds };
  const tries: [string, CouponOutcome, string][] = [
    ['用不了时，买了别的', judge(scene, others, home(rule)), '能买什么'],
    ['用不了时，买了不参加的', judge(scene, barred, home(rule)), '能买什么'],
    ['用不了时，在网上', judge(scene, goods, { channel: 'online' }), '看门店'],
    ['用不了时，在门店', judge(scene, goods, { channel: 'store' }), '去网上用'],
    ['用不了时，在别的店', judge(scene, goods, { channel: 'store', storeId: ELSEWHERE }), '看门店'],
    ['用不了时，别的等级', judge(scene, goods, { ...home(rule), levelId: ELSEWHERE }), '看等级'],
  ];
  const found = tries.find(([, outcome]) => !outcome.applies);
  const late = judge(scene, goods, home(rule), addMs(validUntil, DAY_MS));
  const [when, outcome, act] = found ?? ['用不了时，过了日子', late, '看别的券'];
  const says = outcome.applies ? '' : outcome.reason.text;
  return { when, state: 'refused', says, filled: null, act };
}

/** What the clerk reads after the scan: the same rule at the counter. */
function counterOf(scene: Scene, title: string): Preview['counter'] {
  const { rule } = scene;
  const at: Partial<CouponPlace> = { channel: 'store' };
  const full = judge(scene, coveredGoods(rule, enough(rule)), at);
  if (!full.applies) return { says: title, under: full.reason.text };
  const says = rule.kind === 'exchange' ? `${title}，兑一份` : `${title} −${yuan(full.offFen)}`;
  if (rule.thresholdFen === 0) return { says, under: `一单 ${yuan(enough(rule))} 时` };
  const short = judge(scene, coveredGoods(rule, fen(Math.floor(rule.thresholdFen * 0.94))), at);
  const under = short.applies ? '' : `不满 ${yuan(rule.thresholdFen)} 时：${short.reason.text}`;
  return { says, under };
}

function listed(chosen: readonly Chosen[]): string {
  const shown = chosen
    .slice(0, 3)
    .map(({ label }) => label)
    .join('、');
  return chosen.length > 3 ? `${shown}等 ${chosen.length} 种` : shown;
}

/** "咖啡豆、滤芯、滤纸", "咖啡豆（瑰夏除外）", "全部商品": as the wallet says it. */
export function goodsInWords(covers: readonly Chosen[], excludes: readonly Chosen[]): string {
  const goods = covers.length > 0 ? listed(covers) : '全部商品';
  return excludes.length > 0 ? `${goods}（${listed(excludes)}除外）` : goods;
}

export function previewOf(form: TemplateForm, platform: Platform, now: Date): Preview {
  const rule = ruleOf(form);
  const days = Math.min(readCount(form.validDays) ?? 1, 3_650);
  const { validUntil } = windowFrom(now, days);
  const scene: Scene = { rule, platform, now, validUntil };
  const title = form.title.trim() || '券的名称';
  const usable = usableCard(scene, goodsInWords(form.covers, form.excludes));
  const cards = [usable, almostCard(scene), refusedCard(scene)].filter((card) => card !== null);
  return {
    title,
    stub: stubOf(rule),
    until: `${dayText(addMs(validUntil, -1), now)}前`,
    cards,
    counter: counterOf(scene, title),
  };
}
