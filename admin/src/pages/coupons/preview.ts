/**
 * What the phone will show of a coupon, decided by the same rules as in the app and on the server: the
 * baskets are examples, the answers are not. Pure.
 */
import { fen, maxFen, minFen, toYuanText, type Fen } from '@tongdian/shared/kernel/money';
import { PLATFORMS, type Platform } from '@tongdian/shared/kernel/platforms';
import { addMs, dayText, DAY_MS } from '@tongdian/shared/kernel/time';
import {
  channelsOf,
  judgeCoupon,
  windowFrom,
  type CouponGoods,
  type CouponOutcome,
  type CouponPlace,
  type CouponReasonCode,
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

/** A platform where it is good; the one looked at, when it is good there. */
function goodPlatform({ rule, platform }: Scene): Platform {
  const { platforms } = rule.scope;
  return !platforms?.length || platforms.includes(platform) ? platform : platforms[0]!;
}

interface Try {
  when: string;
  code: CouponReasonCode;
  outcome: CouponOutcome;
  act: string;
}

/** Baskets and places that differ in one thing from a good one: other goods, the wrong place, another level. */
function triesOf(scene: Scene): Try[] {
  const { rule } = scene;
  const { scope } = rule;
  const goods = coveredGoods(rule, enough(rule));
  const good = { ...home(rule), platform: goodPlatform(scene) };
  const others = { ...goods, productId: ELSEWHERE, categoryIds: [] };
  const barred = {
    ...goods,
    productId: scope.notProductIds?.[0] ?? goods.productId,
    categoryIds: scope.notCategoryIds ?? goods.categoryIds,
  };
  const elsewhere = PLATFORMS.find((one) => scope.platforms?.length && !scope.platforms.includes(one));
  const at = (place: Partial<CouponPlace>): CouponOutcome => judge(scene, goods, { ...good, ...place });
  return [
    { when: '买了别的', code: 'goods', outcome: judge(scene, others, good), act: '能买什么' },
    { when: '买了不参加的', code: 'goods', outcome: judge(scene, barred, good), act: '能买什么' },
    { when: '在网上', code: 'channel', outcome: at({ channel: 'online' }), act: '看门店' },
    { when: '在别的平台', code: 'platform', outcome: at({ platform: elsewhere ?? null }), act: '看别的券' },
    { when: '在门店', code: 'channel', outcome: at({ channel: 'store' }), act: '去网上用' },
    { when: '在别的店', code: 'store', outcome: at({ channel: 'store', storeId: ELSEWHERE }), act: '看门店' },
    { when: '别的等级', code: 'level', outcome: at({ levelId: ELSEWHERE }), act: '看等级' },
  ];
}

/** The first way in which this coupon says no; a coupon that is good for all ends some day. */
function refusedCard(scene: Scene): PreviewCard {
  const { rule, validUntil } = scene;
  const card = (when: string, says: string, act: string): PreviewCard => {
    return { when: `用不了时，${when}`, state: 'refused', says, filled: null, act };
  };
  for (const { when, code, outcome, act } of triesOf(scene))
    if (!outcome.applies && outcome.reason.code === code) return card(when, outcome.reason.text, act);
  const late = judge(
    scene,
    coveredGoods(rule, enough(rule)),
    { ...home(rule), platform: goodPlatform(scene) },
    addMs(validUntil, DAY_MS),
  );
  return card('过了日子', late.applies ? '' : late.reason.text, '看别的券');
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

function worthKnown(rule: CouponRule): boolean {
  if (rule.kind === 'money_off') return rule.amountFen > 0;
  return rule.kind !== 'percent_off' || rule.percentBp > 0;
}

/** "7 月 12 日前": the last day it can be used. */
function untilText(validUntil: Date, now: Date): string {
  return `${dayText(addMs(validUntil, -1), now)}前`;
}

export function previewOf(form: TemplateForm, platform: Platform, now: Date): Preview {
  const rule = ruleOf(form);
  const days = Math.min(readCount(form.validDays) ?? 1, 3_650);
  const { validUntil } = windowFrom(now, days);
  const scene: Scene = { rule, platform, now, validUntil };
  const title = form.title.trim() || '券的名称';
  const usable = usableCard(scene, goodsInWords(form.covers, form.excludes));
  if (!worthKnown(rule)) {
    const open: PreviewCard = { when: '能用时', state: 'refused', says: '先填优惠', filled: null, act: '' };
    const counter = { says: title, under: '先填优惠' };
    return {
      title,
      stub: { ...stubOf(rule), big: '—' },
      until: untilText(validUntil, now),
      cards: [open],
      counter,
    };
  }
  const cards = [usable, almostCard(scene), refusedCard(scene)].filter((card) => card !== null);
  return {
    title,
    stub: stubOf(rule),
    until: untilText(validUntil, now),
    cards,
    counter: counterOf(scene, title),
  };
}
