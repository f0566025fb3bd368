/** What changed between "before" and "after" of an audit entry, in words a person can read. Pure. */
import { count, platformName, stamp, yuan } from '../../kit/words';

export interface Change {
  /** "scope.storeIds": for keys and tests. */
  path: string;
  name: string;
  before: string | null;
  after: string | null;
}

const NAMES: Record<string, string> = {
  id: '编号',
  title: '名称',
  name: '名字',
  nickname: '名字',
  kind: '类型',
  state: '状态',
  version: '版本',
  says: '优惠',
  where: '用在哪',
  note: '说明',
  thresholdFen: '门槛',
  amountFen: '减',
  percentBp: '折扣让出',
  capFen: '最多减',
  totalCount: '一共',
  perMember: '每人',
  claimFrom: '开始领',
  claimUntil: '结束领',
  validDays: '有效天数',
  validFrom: '从',
  validUntil: '到',
  claimable: '领券中心',
  channels: '网上和门店',
  scope: '范围',
  categoryIds: '能买的分类',
  productIds: '能买的商品',
  notCategoryIds: '不含的分类',
  notProductIds: '不含的商品',
  storeIds: '门店',
  levelIds: '等级',
  platforms: '平台',
  platform: '平台',
  issued: '已领',
  locked: '在订单里',
  used: '用了',
  costFen: '让利',
  offFen: '减了',
  billFen: '本单',
  payableFen: '应付',
  paidFen: '付了',
  createdAt: '做的时间',
  createdBy: '谁做的',
  memberId: '会员',
  templateId: '券模板',
  couponId: '券',
  couponIds: '券',
  orderId: '订单',
  orderNo: '订单号',
  storeId: '门店',
  storeName: '门店',
  via: '怎么来的',
  reason: '为什么',
  login: '账号',
  role: '角色',
  phoneMasked: '手机',
};

const WORDS: Record<string, string> = {
  draft: '草稿',
  published: '发放中',
  stopped: '已停发',
  issued: '没用',
  used: '用了',
  money_off: '满减',
  percent_off: '折扣',
  shipping: '运费',
  exchange: '兑换',
  online: '网上',
  store: '门店',
  claim: '领券中心',
  scan: '扫码',
  typed: '手输',
  wechat: platformName('wechat'),
  alipay: platformName('alipay'),
  jd: platformName('jd'),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

function nameOf(path: string): string {
  return path
    .split('.')
    .map((part) => NAMES[part] ?? part)
    .join(' ');
}

function wordsFor(key: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') {
    if (key.endsWith('Fen')) return yuan(value);
    if (key.endsWith('Bp')) return `${value / 100}%`;
    return count(value);
  }
  if (typeof value === 'string') return INSTANT.test(value) ? stamp(value) : (WORDS[value] ?? value);
  if (Array.isArray(value)) return value.map((one) => wordsFor(key, one) ?? '空').join('、') || null;
  return JSON.stringify(value);
}

function flat(value: unknown, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) {
      for (const [name, leaf] of flat(part, path ? `${path}.${key}` : key)) found.set(name, leaf);
    }
  } else if (path) found.set(path, value);
  return found;
}

/** Only what differs; what says nothing on both sides is left out. A missing side counts as empty. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, fresh] = [flat(before), flat(after)];
  const changes: Change[] = [];
  for (const path of new Set([...old.keys(), ...fresh.keys()])) {
    if (JSON.stringify(old.get(path)) === JSON.stringify(fresh.get(path))) continue;
    const key = path.slice(path.lastIndexOf('.') + 1);
    const change = {
      path,
      name: nameOf(path),
      before: wordsFor(key, old.get(path)),
      after: wordsFor(key, fresh.get(path)),
    };
    if (change.before !== null || change.after !== null) changes.push(change);
  }
  return changes;
}
