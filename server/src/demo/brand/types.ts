/** Plain shapes of the demo brand: what the fill code reads and turns into rows. No database words in here. */
import type { Fen } from '@tongdian/shared/kernel/money';
import type { Platform } from '@tongdian/shared/kernel/platforms';

export type StoreCode = 'wukang' | 'qiantan' | 'hubin' | 'liangzhu' | 'taiguli' | 'yulin';
export type ProductKind = 'durable' | 'consumable';
export type Plate = 'plate' | 'plate2' | 'plate3';

/** A category's code is its path: `coffee.machine.semi` stands under `coffee.machine`. */
export interface DemoCategory {
  code: string;
  name: string;
  parent: string | null;
  sort: number;
}

/** One choice per axis, in the product's axis order: `{ 颜色: '雾白', 锅炉: '单锅炉' }`. */
export type Choice = Record<string, string>;

export interface DemoStock {
  online: number;
  stores: Record<StoreCode, number>;
}

export interface DemoSku {
  code: string;
  /** EAN-13 with its check digit. */
  barcode: string;
  options: Choice;
  listFen: Fen;
  picture: string;
  stock: DemoStock;
  /** What the shop says while it is sold out: 「约 7 月初到货」. */
  restock?: string;
}

export interface DemoProduct {
  code: string;
  name: string;
  subtitle: string;
  description: string;
  category: string;
  kind: ProductKind;
  /** A key of `server/media/products/<picture>.svg`. */
  picture: string;
  plate: Plate;
  sort: number;
  /** Axis names with their values in showing order; a combination without a SKU is impossible. */
  axes: Record<string, readonly string[]>;
  skus: readonly DemoSku[];
  /** Days until a buyer usually needs it again; only on consumables. */
  repurchaseDays?: number;
  warrantyMonths?: number;
  /** True when a person comes to the home to set it up. */
  installation: boolean;
  /** True when a level's machine discount applies. */
  memberPriced: boolean;
  limited: boolean;
}

export interface DemoStore {
  code: StoreCode;
  name: string;
  city: string;
  district: string;
  address: string;
  phone: string;
  /** GCJ-02 degrees. */
  lng: number;
  lat: number;
  opens: string;
  closes: string;
  picture: string;
  note: string;
}

export interface DemoLevel {
  code: 'silver' | 'gold' | 'black';
  name: string;
  rank: number;
  /** Growth from which a member stands here; one yuan paid in the last 12 months is one growth. */
  growthFrom: number;
  /** Share of the list price that is paid for member-priced goods: 9500 = 95 折. */
  memberPriceBp: number;
  /** Points for one yuan paid, in basis points: 12000 = 1.2. */
  pointsBp: number;
  benefits: readonly string[];
}

export type CouponKind = 'money_off' | 'percent_off' | 'exchange' | 'shipping';

/** An absent list means "any". `not` is taken away from what the rest allows. */
export interface DemoScope {
  categories?: readonly string[];
  products?: readonly string[];
  skus?: readonly string[];
  stores?: readonly StoreCode[];
  platforms?: readonly Platform[];
  channels?: readonly ('online' | 'store')[];
  levels?: readonly DemoLevel['code'][];
  not?: { categories?: readonly string[]; products?: readonly string[]; skus?: readonly string[] };
}

export interface DemoTemplate {
  code: string;
  name: string;
  kind: CouponKind;
  /** Least list amount of the goods in scope; 0 = none. */
  thresholdFen: Fen;
  /** money_off and shipping: the amount taken off at most. */
  amountFen?: Fen;
  /** percent_off: what remains to be paid, 9500 = 95 折. */
  payBp?: number;
  /** percent_off: the most it takes off. */
  capFen?: Fen;
  /** exchange: what is handed over. */
  gives?: string;
  scope: DemoScope;
  totalCount: number;
  perMember: number;
  /** Days from the day of filling; half-open. */
  claimFromDay: number;
  claimUntilDay: number;
  validDaysAfterClaim: number;
  /** True when it stands in the claim centre; else only staff or a rule issue it. */
  claimable: boolean;
  note: string;
}

export type StaffRole = 'operator' | 'approver' | 'manager' | 'clerk';

export interface DemoStaff {
  login: string;
  name: string;
  title: string;
  role: StaffRole;
  /** Null for head office. */
  store: StoreCode | null;
}

export type Habit = 'beans' | 'machine' | 'projector' | 'both' | 'gift' | 'quiet';

export interface DemoPerson {
  name: string;
  nickname: string;
  phone: string;
  /** "1994-05-21" or null: many never tell. */
  birthday: string | null;
  homeStore: StoreCode;
  platform: Platform;
  /** Days before the fill on which this person joined. */
  joinedDaysAgo: number;
  habit: Habit;
  /** Orders to lay down over the past year. */
  orders: number;
  /** Product codes: the bean bought again and again, the machines owned. */
  bean: string;
  owns: readonly string[];
}
