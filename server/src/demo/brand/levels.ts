/** Three levels; growth is one per yuan paid in the last 12 months, and a refund takes it back. */
import type { DemoLevel } from './types.js';

export const LEVELS: readonly DemoLevel[] = [
  {
    code: 'silver',
    name: '银卡',
    rank: 1,
    growthFrom: 0,
    memberPriceBp: 10_000,
    pointsBp: 10_000,
    benefits: ['每 1 元积 1 分', '生日当月送一杯手冲', '每月 13 日会员日'],
  },
  {
    code: 'gold',
    name: '金卡',
    rank: 2,
    growthFrom: 1_000,
    memberPriceBp: 9_500,
    pointsBp: 12_000,
    benefits: ['机器 95 折', '每 1 元积 1.2 分', '延长保修 6 个月', '每年 1 次上门除垢'],
  },
  {
    code: 'black',
    name: '黑卡',
    rank: 3,
    growthFrom: 5_000,
    memberPriceBp: 9_200,
    pointsBp: 15_000,
    benefits: [
      '机器 92 折',
      '每 1 元积 1.5 分',
      '延长保修 12 个月',
      '每年 2 次上门除垢',
      '维修期间免费借备用机',
    ],
  },
];

/** Goods a level's discount applies to: the machines, not what is used up with them. */
export const MEMBER_PRICED_CATEGORIES: readonly string[] = [
  'coffee.machine',
  'coffee.grinder.electric',
  'video.projector',
];
