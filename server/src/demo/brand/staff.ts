/** Who works at 灯屿: two people at head office, in each store a manager and at least one clerk. */
import { STORES } from './stores.js';
import type { DemoStaff, StoreCode } from './types.js';

const MANAGERS: Record<StoreCode, string> = {
  wukang: '顾一舟',
  qiantan: '陆青岚',
  hubin: '钱牧之',
  liangzhu: '叶知秋',
  taiguli: '罗星野',
  yulin: '白若溪',
};

/** The first clerk of a store signs in as `clerk.<store>`, the next as `clerk.<store>2`. */
const CLERKS: Record<StoreCode, readonly string[]> = {
  wukang: ['沈禾', '方小满'],
  qiantan: ['江予'],
  hubin: ['苏杭', '任平生'],
  liangzhu: ['何采薇'],
  taiguli: ['郑阿川', '李木子'],
  yulin: ['唐糖'],
};

export const STAFF: readonly DemoStaff[] = [
  { login: 'operator', name: '许知远', title: '会员运营', role: 'operator', store: null },
  { login: 'approver', name: '周岚', title: '市场负责人', role: 'approver', store: null },
  ...STORES.map(({ code }): DemoStaff => {
    return { login: `manager.${code}`, name: MANAGERS[code], title: '店长', role: 'manager', store: code };
  }),
  ...STORES.flatMap(({ code }) =>
    CLERKS[code].map((name, index): DemoStaff => {
      const login = `clerk.${code}${index === 0 ? '' : index + 1}`;
      return { login, name, title: '店员', role: 'clerk', store: code };
    }),
  ),
];
