/** Coffee machines: the goods with the most options, and with installation, warranty and service. */
import type { ProductDraft } from '../draft.js';

const COLOUR_KEYS: Record<string, string> = {
  雾白: 'mist',
  夜海: 'sea',
  苔绿: 'moss',
  赤陶: 'clay',
  石墨: 'coal',
};
const coloured =
  (stem: string) =>
  (choice: Record<string, string>): string =>
    `${stem}-${COLOUR_KEYS[choice['颜色']!]}`;

export const MACHINES: readonly ProductDraft[] = [
  {
    code: 'CM-YU1',
    name: '屿一 半自动咖啡机',
    subtitle: '25 秒热机，进水到出杯全程恒温',
    description:
      '58 毫米商用口径冲煮头，压力表看得见每一杯的变化。单锅炉版做完咖啡要等约 40 秒才能打奶泡；双锅炉版可以同时来，但只做夜海色。水箱 1.8 升，从后面提出来加水。接水盘不算大，连做六杯要倒一次。泵声约 62 分贝，介意的话可以免费申请减震脚垫。机器到家后有人上门调好磨度，教你做出第一杯。',
    category: 'coffee.machine.semi',
    kind: 'durable',
    plate: 'plate',
    picture: coloured('machine-yu1'),
    axes: { 颜色: ['雾白', '夜海', '苔绿'], 锅炉: ['单锅炉', '双锅炉'], 套装: ['单机', '加磨豆机'] },
    yuan: (choice) => {
      if (choice['锅炉'] === '双锅炉' && choice['颜色'] !== '夜海') return null;
      return 3_280 + (choice['锅炉'] === '双锅炉' ? 1_200 : 0) + (choice['套装'] === '加磨豆机' ? 890 : 0);
    },
    stock: (choice) => {
      if (choice['颜色'] === '苔绿') return 'none';
      if (choice['颜色'] === '雾白' && choice['套装'] === '单机')
        return { online: 36, stores: { wukang: 2, hubin: 1 } };
      return undefined;
    },
    restock: (choice) => (choice['颜色'] === '苔绿' ? '约 7 月初到货' : undefined),
    warrantyMonths: 24,
    installation: true,
  },
  {
    code: 'CM-YUM',
    name: '屿一 mini 半自动咖啡机',
    subtitle: '18 厘米宽，放得进小厨房',
    description:
      '给台面紧张的人做的小机器：机身宽 18 厘米，水箱 1 升，三颗按键，没有屏幕。51 毫米粉碗用现成咖啡粉也能出油脂，配自家磨好的豆更好。热机约 40 秒，蒸汽管能转到侧面，够打一杯拿铁的奶。它一次只做一两杯，家里常有四五个人喝的话，请看屿一。附两只粉碗、一把压粉器和量勺。',
    category: 'coffee.machine.semi',
    kind: 'durable',
    plate: 'plate',
    picture: coloured('machine-mini'),
    axes: { 颜色: ['雾白', '赤陶'] },
    yuan: 1_980,
    warrantyMonths: 24,
  },
  {
    code: 'CM-YU2',
    name: '屿二 双锅炉咖啡机',
    subtitle: '两只锅炉、可调预浸泡，给认真的人',
    description:
      '不锈钢机身，冲煮和蒸汽各有一只锅炉，温度可以按 0.5 度调，预浸泡 0 到 12 秒。旋转泵比振动泵安静，约 52 分贝，也能接自来水和排水，上门安装时一起做好。整机 27 公斤，请先量好台面承重和 45 厘米的净高。热机要 12 分钟，可以在手机上定时。不适合只想按一下就喝的人。',
    category: 'coffee.machine.semi',
    kind: 'durable',
    plate: 'plate',
    picture: 'machine-yu2',
    axes: { 接水: ['水箱', '接自来水'] },
    yuan: (choice) => (choice['接水'] === '接自来水' ? 9_080 : 8_680),
    warrantyMonths: 36,
    installation: true,
  },
  {
    code: 'CM-CX1',
    name: '潮汐 A1 全自动咖啡机',
    subtitle: '从豆到杯，按一下 45 秒',
    description:
      '内置锥形磨豆机，豆仓 250 克，七档粗细。按一下就磨、压、冲、清洗，45 秒出一杯美式或浓缩。冲煮组可以整个抽出来用水冲，不用拆螺丝。水箱 1.8 升，渣盒装 10 块粉饼。磨豆时约 68 分贝，比说话声大一些。打奶要另配蒸汽杯，常喝拿铁请看 A3。送到后有人上门装好并教会清洗。',
    category: 'coffee.machine.auto',
    kind: 'durable',
    plate: 'plate',
    picture: coloured('machine-a1'),
    axes: { 颜色: ['石墨', '雾白'] },
    yuan: 4_680,
    warrantyMonths: 24,
    installation: true,
  },
  {
    code: 'CM-CX3',
    name: '潮汐 A3 奶咖全自动咖啡机',
    subtitle: '拿铁、澳白一键做好，奶路自己会洗',
    description:
      '在 A1 之上加了奶路：吸管放进牛奶盒就能一键做拿铁、澳白和卡布奇诺，奶泡厚薄五档。每次用完按一下用蒸汽冲洗奶管，每周还要泡一次清洁液，这一步省不掉。4.3 寸屏能存六个人的口味。植物奶也能打，燕麦奶最稳，豆奶容易起大泡。豆仓 300 克，水箱 2 升，机身深 46 厘米，请量好台面。',
    category: 'coffee.machine.auto',
    kind: 'durable',
    plate: 'plate',
    picture: 'machine-a3',
    yuan: 6_980,
    warrantyMonths: 24,
    installation: true,
  },
  {
    code: 'CM-SG1',
    name: '拾光 胶囊咖啡机',
    subtitle: '12 秒一杯，和一本书一样宽',
    description:
      '胶囊放进去、压下手柄、按键，12 秒就好。两颗按键对应浓缩 40 毫升和长杯 110 毫升，长按可以记住自己的量。机身 11 厘米宽，水箱 0.6 升，用过的胶囊自动落进后仓，满 8 颗提醒。兼容常见的小号铝胶囊，不兼容大号和磁码胶囊。胶囊壳可以攒起来送到任意门店回收，20 颗换一包滤纸。',
    category: 'coffee.machine.capsule',
    kind: 'durable',
    plate: 'plate',
    picture: coloured('machine-capsule'),
    axes: { 颜色: ['夜海', '雾白', '赤陶'] },
    yuan: 899,
    stock: (choice) =>
      choice['颜色'] === '赤陶' ? { online: 0, stores: { taiguli: 3, yulin: 2 } } : undefined,
    warrantyMonths: 24,
  },
];
