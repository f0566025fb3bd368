/** From what an operator fills in to the rule a coupon keeps, and what about it cannot be meant. */
import type { CouponScopeBody, CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import type { FieldError } from '@tongdian/shared/contract/problems';
import { fen, ZERO } from '@tongdian/shared/kernel/money';
import { channelsOf, type CouponRule, type CouponScope } from '@tongdian/shared/rules/coupon-rules';

const LISTS = [
  'categoryIds',
  'productIds',
  'skuIds',
  'notCategoryIds',
  'notProductIds',
  'notSkuIds',
  'storeIds',
  'platforms',
  'channels',
  'levelIds',
] as const satisfies readonly (keyof CouponScopeBody)[];

/** Empty lists restrict nothing and are not kept; doubles are kept once. */
function scopeOf(body: CouponScopeBody): CouponScope {
  const lists = LISTS.map((name) => [name, [...new Set<string>(body[name] ?? [])]] as const);
  return Object.fromEntries(lists.filter(([, ids]) => ids.length > 0)) as CouponScope;
}

/** Only what the kind knows is kept: a percentage on a shipping coupon means nothing. */
export function ruleOf(body: CouponTemplateBody): CouponRule {
  const { kind } = body;
  return {
    kind,
    thresholdFen: fen(body.thresholdFen),
    amountFen: kind === 'money_off' || kind === 'exchange' ? fen(body.amountFen ?? 0) : ZERO,
    percentBp: kind === 'percent_off' ? (body.percentBp ?? 0) : 0,
    capFen: kind === 'percent_off' ? fen(body.capFen ?? 0) : ZERO,
    scope: scopeOf(body.scope),
  };
}

/** What is wrong with it beyond the shape of its fields; empty = sound. */
export function faultsOf(body: CouponTemplateBody, rule: CouponRule): FieldError[] {
  const faults: FieldError[] = [];
  if (new Date(body.claimFrom) >= new Date(body.claimUntil))
    faults.push({ field: 'claimUntil', rule: 'afterClaimFrom' });
  if (channelsOf(rule).length === 0) faults.push({ field: 'scope.channels', rule: 'fitsKind' });
  if (body.perMember > body.totalCount) faults.push({ field: 'perMember', rule: 'notAboveTotal' });
  return faults;
}

/** Ids in the scope that name nothing, field by field. */
export function unknownIn(scope: CouponScope, names: ReadonlyMap<string, string>): FieldError[] {
  return LISTS.filter((name) => name !== 'platforms' && name !== 'channels')
    .filter((name) => scope[name]?.some((id) => !names.has(id)))
    .map((name) => ({ field: `scope.${name}`, rule: 'exists' }));
}
