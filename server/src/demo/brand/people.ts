/**
 * Two hundred members, the same on every machine. Nobody here exists: names are put together from common
 * syllables, telephone numbers are counted out of 139 0000 xxxx and 138 0000 xxxx.
 */
import { chance, type Chance } from './random.js';
import { STORE_CODES } from './stores.js';
import type { DemoPerson, Habit } from './types.js';

export const PEOPLE_COUNT = 200;

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严';
const GIVEN = [
  '晚',
  '舟',
  '禾',
  '澄',
  '屿',
  '岚',
  '霁',
  '远',
  '沐',
  '然',
  '一诺',
  '知夏',
  '清和',
  '书遥',
  '子墨',
  '念安',
  '景行',
  '予安',
  '若水',
  '星河',
  '南乔',
  '北辰',
  '初晴',
  '雨桐',
  '思远',
  '嘉树',
  '见山',
  '听澜',
  '云帆',
  '怀瑾',
  '明月',
  '小满',
  '立夏',
  '秋实',
  '冬青',
  '春生',
  '亦凡',
  '可心',
  '乐天',
  '慕白',
  '婉清',
  '晓峰',
  '建国',
  '志强',
  '海燕',
  '丽华',
  '文静',
  '佳怡',
  '浩然',
  '俊杰',
  '梓涵',
  '欣妍',
  '宇航',
  '天佑',
  '静怡',
  '雅琴',
  '国栋',
  '永康',
  '桂芳',
  '秀英',
] as const;
const NICK_HEADS = [
  '海边的',
  '早起的',
  '不加糖的',
  '爱喝拿铁的',
  '楼下的',
  '慢慢喝的',
  '周末的',
  '住在玉林的',
  '怕酸的',
  '失眠的',
  '',
  '',
] as const;
const NICK_TAILS = [
  '阿福',
  '小鹿',
  '栗子',
  '豆豆',
  '木木',
  '老周',
  '团子',
  '鲸鱼',
  '猫',
  '柚子',
  '山雀',
  '海盐',
  '阿喵',
  '橘子',
  '灯泡',
  '十三',
] as const;

const BEAN_CODES = [
  'BN-CW',
  'BN-CW',
  'BN-CW',
  'BN-YB',
  'BN-YB',
  'BN-DT',
  'BN-CJ',
  'BN-YA',
  'BN-YY',
  'BN-HS',
  'BN-JY',
  'BN-DCW',
] as const;
const MACHINE_CODES = ['CM-YU1', 'CM-YU1', 'CM-YUM', 'CM-CX1', 'CM-CX3', 'CM-SG1', 'CM-YU2'] as const;
const PROJECTOR_CODES = ['PJ-P2', 'PJ-P2', 'PJ-P1', 'PJ-MINI', 'PJ-P2P', 'PJ-X1'] as const;
const HABITS: readonly Habit[] = [
  'beans',
  'beans',
  'beans',
  'machine',
  'machine',
  'projector',
  'both',
  'gift',
  'quiet',
];
const ORDERS: Record<Habit, readonly [number, number]> = {
  beans: [3, 9],
  machine: [2, 7],
  projector: [1, 3],
  both: [3, 9],
  gift: [1, 3],
  quiet: [0, 1],
};

/** Two of the people whose phones the preview offers have been members for long; they keep their places. */
const KNOWN: readonly DemoPerson[] = [
  {
    name: '林晚',
    nickname: '林晚',
    phone: '13900002071',
    birthday: '1994-10-26',
    homeStore: 'wukang',
    platform: 'wechat',
    joinedDaysAgo: 668,
    habit: 'machine',
    orders: 5,
    bean: 'BN-CW',
    owns: ['CM-YU1'],
  },
  {
    name: '何岸',
    nickname: '海边的何岸',
    phone: '13900004263',
    birthday: null,
    homeStore: 'hubin',
    platform: 'alipay',
    joinedDaysAgo: 214,
    habit: 'beans',
    orders: 7,
    bean: 'BN-YB',
    owns: ['CM-SG1'],
  },
];

/** The last digits the preview's phones keep for themselves: two members above, two people still to join. */
const TAKEN_TAILS = new Set([2_071, 4_263, 3_152, 5_374]);

function owned(habit: Habit, luck: Chance): string[] {
  if (habit === 'machine') return [luck.pick(MACHINE_CODES)];
  if (habit === 'projector') return [luck.pick(PROJECTOR_CODES)];
  return habit === 'both' ? [luck.pick(MACHINE_CODES), luck.pick(PROJECTOR_CODES)] : [];
}

const two = (value: number): string => String(value).padStart(2, '0');

function phoneOf(index: number): string {
  // 7919 is prime to 10,000: a walk through the tails that meets none twice.
  const tail = (2_071 + index * 7_919) % 10_000;
  const head = TAKEN_TAILS.has(tail) || index % 3 === 0 ? '138' : '139';
  return `${head}0000${String(tail).padStart(4, '0')}`;
}

function person(index: number): DemoPerson {
  const luck = chance(`person ${index}`);
  const name = luck.pick([...SURNAMES]) + luck.pick(GIVEN);
  const nickname = luck.next() < 0.35 ? name : luck.pick(NICK_HEADS) + luck.pick(NICK_TAILS);
  const habit = luck.pick(HABITS);
  const [few, many] = ORDERS[habit];
  const born = `${luck.int(1962, 2004)}-${two(luck.int(1, 12))}-${two(luck.int(1, 28))}`;
  const side = luck.next();
  return {
    name,
    nickname,
    phone: phoneOf(index),
    birthday: luck.next() < 0.6 ? born : null,
    homeStore: luck.pick(STORE_CODES),
    platform: side < 0.62 ? 'wechat' : side < 0.84 ? 'alipay' : 'jd',
    joinedDaysAgo: luck.int(3, 900),
    habit,
    orders: luck.int(few, many),
    bean: luck.pick(BEAN_CODES),
    owns: owned(habit, luck),
  };
}

export const PEOPLE: readonly DemoPerson[] = [
  ...KNOWN,
  ...Array.from({ length: PEOPLE_COUNT - KNOWN.length }, (_, index) => person(index + 1)),
];
