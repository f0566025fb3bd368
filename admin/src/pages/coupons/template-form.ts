/** The coupon form: what stands in its fields, and how that becomes the body that the server takes. Pure. */
import type { CouponScopeBody, CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import type { TemplateView } from '@tongdian/shared/contract/coupons.routes';
import { fen, ZERO, type Fen } from '@tongdian/shared/kernel/money';
import { PLATFORMS, type Platform } from '@tongdian/shared/kernel/platforms';
import { addDays, businessDay, endOfBusinessDay, startOfBusinessDay } from '@tongdian/shared/kernel/time';
import type { CouponKind, CouponRule, CouponScope } from '@tongdian/shared/rules/coupon-rules';
import { readCount, readFold, readMoney, writeFold, writeMoney } from '../../kit/money-input';

/** A category ("c:<id>") or a product ("p:<id>") with the name that stands on its chip. */
export interface Chosen {
  value: string;
  label: string;
}

/** The three platforms are "online on that platform"; store = at the counter. */
export type Place = Platform | 'store';

export interface TemplateForm {
  title: string;
  kind: CouponKind;
  threshold: string;
  amount: string;
  fold: string;
  cap: string;
  covers: Chosen[];
  excludes: Chosen[];
  /** Single SKUs cannot be picked here; a template that names some keeps them. */
  skus: Pick<CouponScope, 'skuIds' | 'notSkuIds'>;
  places: Place[];
  /** Empty = every store. */
  storeIds: string[];
  /** Empty = every level. */
  levelIds: string[];
  validDays: string;
  /** First and last business day of claiming, both included. */
  claimDays: [string, string] | null;
  total: string;
  perMember: string;
  claimable: boolean;
  note: string;
}

export type FieldName = keyof TemplateForm;
export interface FieldHint {
  name: FieldName;
  words: string;
}

export const ALL_PLACES: readonly Place[] = [...PLATFORMS, 'store'];

/** What a kind leaves open: things are handed out at the counter, shipping is paid on line. */
export function placesOpenTo(kind: CouponKind): readonly Place[] {
  if (kind === 'exchange') return ['store'];
  if (kind === 'shipping') return PLATFORMS;
  return ALL_PLACES;
}

export function emptyForm(today: string): TemplateForm {
  return {
    title: '',
    kind: 'money_off',
    threshold: '',
    amount: '',
    fold: '',
    cap: '',
    covers: [],
    excludes: [],
    skus: {},
    places: [...ALL_PLACES],
    storeIds: [],
    levelIds: [],
    validDays: '30',
    claimDays: [today, addDays(today, 30)],
    total: '1000',
    perMember: '1',
    claimable: true,
    note: '',
  };
}

const idsOf = (chosen: readonly Chosen[], mark: 'c' | 'p'): string[] =>
  chosen.filter(({ value }) => value.startsWith(`${mark}:`)).map(({ value }) => value.slice(2));

const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** Absent means "no restriction", so a full choice is left out: a fourth platform would be in at once. */
export function scopeOf(form: TemplateForm): CouponScope {
  const open = placesOpenTo(form.kind);
  const places = open.filter((place) => form.places.includes(place));
  const platforms = PLATFORMS.filter((platform) => places.includes(platform));
  const online = platforms.length > 0;
  const store = places.includes('store');
  const scope: CouponScope = {
    categoryIds: unlessEmpty(idsOf(form.covers, 'c')),
    productIds: unlessEmpty(idsOf(form.covers, 'p')),
    notCategoryIds: unlessEmpty(idsOf(form.excludes, 'c')),
    notProductIds: unlessEmpty(idsOf(form.excludes, 'p')),
    storeIds: store ? unlessEmpty(form.storeIds) : undefined,
    platforms: online && platforms.length < PLATFORMS.length ? platforms : undefined,
    channels: online && store ? undefined : online ? ['online'] : ['store'],
    levelIds: unlessEmpty(form.levelIds),
    ...form.skus,
  };
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));
}

/** The rule as far as it is typed: an unfinished amount counts as nothing. For the preview. */
export function ruleOf(form: TemplateForm): CouponRule {
  const money = (text: string): Fen => readMoney(text) ?? ZERO;
  return {
    kind: form.kind,
    thresholdFen: form.kind === 'exchange' ? ZERO : money(form.threshold),
    amountFen: form.kind === 'money_off' || form.kind === 'exchange' ? money(form.amount) : ZERO,
    percentBp: form.kind === 'percent_off' ? (readFold(form.fold) ?? 0) : 0,
    capFen: form.kind === 'percent_off' ? money(form.cap) : ZERO,
    scope: scopeOf(form),
  };
}

/** The most that all of them together can take off; null where that depends on the baskets. */
export function mostOff(form: TemplateForm): Fen | null {
  const rule = ruleOf(form);
  const one = rule.kind === 'money_off' ? rule.amountFen : rule.kind === 'percent_off' ? rule.capFen : 0;
  const total = readCount(form.total);
  return one > 0 && total && Number.isSafeInteger(one * total) ? fen(one * total) : null;
}

/** Everything that keeps the form from being sent, each with the field that it belongs to. */
export function hintsOf(form: TemplateForm): FieldHint[] {
  const hints: FieldHint[] = [];
  const say = (name: FieldName, words: string): void => void hints.push({ name, words });
  const optionalMoney = (text: string): Fen | null => (text.trim() === '' ? ZERO : readMoney(text));
  const title = form.title.trim();
  if (title.length < 2 || title.length > 20) say('title', '名称要 2 到 20 个字');
  const thresholdFen = optionalMoney(form.threshold);
  if (form.kind !== 'exchange' && thresholdFen === null) say('threshold', '门槛填金额，没有就空着');
  if (form.kind === 'money_off') {
    const amountFen = readMoney(form.amount);
    if (!amountFen) say('amount', '减多少，填一个金额');
    else if (thresholdFen && amountFen > thresholdFen) say('amount', '减的比门槛还多');
  }
  if (form.kind === 'exchange' && optionalMoney(form.amount) === null) say('amount', '值多少，填金额或空着');
  if (form.kind === 'percent_off') {
    if (readFold(form.fold) === null) say('fold', '打几折，比如 9.5 或 95');
    if (optionalMoney(form.cap) === null) say('cap', '最多减多少，填金额或空着');
  }
  if (!placesOpenTo(form.kind).some((place) => form.places.includes(place))) say('places', '至少选一个地方');
  if (!readCount(form.validDays) || readCount(form.validDays)! > 3_650) say('validDays', '填 1 到 3650 天');
  if (!form.claimDays) say('claimDays', '选一下哪天开始、哪天结束');
  if (!readCount(form.total)) say('total', '一共多少张，填整数');
  const perMember = readCount(form.perMember);
  if (!perMember || perMember > 1_000) say('perMember', '每人几张，填 1 到 1000');
  else if (readCount(form.total) && perMember > readCount(form.total)!) say('perMember', '比一共的张数还多');
  return hints;
}

/** The body for the server; call it only when `hintsOf` is empty. Throws RangeError otherwise. */
export function bodyOf(form: TemplateForm): CouponTemplateBody {
  const hints = hintsOf(form);
  if (hints.length > 0) throw new RangeError(hints[0]!.words);
  const rule = ruleOf(form);
  const [from, until] = form.claimDays!;
  return {
    title: form.title.trim(),
    kind: form.kind,
    thresholdFen: rule.thresholdFen,
    amountFen: rule.amountFen || undefined,
    percentBp: rule.percentBp || undefined,
    capFen: rule.capFen || undefined,
    scope: rule.scope as CouponScopeBody,
    totalCount: readCount(form.total)!,
    perMember: readCount(form.perMember)!,
    claimFrom: startOfBusinessDay(from).toISOString(),
    claimUntil: endOfBusinessDay(until).toISOString(),
    validDays: readCount(form.validDays)!,
    claimable: form.claimable,
    note: form.note.trim() || undefined,
  };
}

function placesFrom(scope: CouponScope): Place[] {
  const online = !scope.channels?.length || scope.channels.includes('online');
  const store = !scope.channels?.length || scope.channels.includes('store');
  const platforms = scope.platforms?.length ? scope.platforms : PLATFORMS;
  return [...(online ? platforms : []), ...(store ? (['store'] as const) : [])];
}

/** A template back into the form; `nameOf` names the chosen goods ("c:…", "p:…"). */
export function formFrom(template: TemplateView, nameOf: (value: string) => string): TemplateForm {
  const { scope } = template;
  const chosen = (mark: 'c' | 'p', ids: string[] | undefined): Chosen[] =>
    (ids ?? []).map((id) => ({ value: `${mark}:${id}`, label: nameOf(`${mark}:${id}`) }));
  return {
    title: template.title,
    kind: template.kind,
    threshold: template.thresholdFen > 0 ? writeMoney(template.thresholdFen) : '',
    amount: template.amountFen > 0 ? writeMoney(template.amountFen) : '',
    fold: template.percentBp > 0 ? writeFold(template.percentBp) : '',
    cap: template.capFen > 0 ? writeMoney(template.capFen) : '',
    covers: [...chosen('c', scope.categoryIds), ...chosen('p', scope.productIds)],
    excludes: [...chosen('c', scope.notCategoryIds), ...chosen('p', scope.notProductIds)],
    skus: { skuIds: scope.skuIds, notSkuIds: scope.notSkuIds },
    places: placesFrom(scope),
    storeIds: scope.storeIds ?? [],
    levelIds: scope.levelIds ?? [],
    validDays: String(template.validDays),
    claimDays: [
      businessDay(new Date(template.claimFrom)),
      businessDay(new Date(Date.parse(template.claimUntil) - 1)),
    ],
    total: String(template.totalCount),
    perMember: String(template.perMember),
    claimable: template.claimable,
    note: template.note ?? '',
  };
}

/** Where the server's names for wrong fields belong in the form. */
export const FIELD_PLACES: Readonly<Record<string, FieldName>> = {
  title: 'title',
  kind: 'kind',
  thresholdFen: 'threshold',
  amountFen: 'amount',
  percentBp: 'fold',
  capFen: 'cap',
  scope: 'covers',
  'scope.notCategoryIds': 'excludes',
  'scope.notProductIds': 'excludes',
  'scope.storeIds': 'storeIds',
  'scope.platforms': 'places',
  'scope.channels': 'places',
  'scope.levelIds': 'levelIds',
  totalCount: 'total',
  perMember: 'perMember',
  claimFrom: 'claimDays',
  claimUntil: 'claimDays',
  validDays: 'validDays',
  claimable: 'claimable',
  note: 'note',
};
