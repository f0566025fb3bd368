/** Cups for the table and for the road. */
import type { ProductDraft } from '../draft.js';

export const CUPS: readonly ProductDraft[] = [
  {
    code: 'CP-MUG',
    name: '海平线马克杯 320ml',
    subtitle: '杯身一道线，倒到那里正好',
    description:
      '杯身中间那道线是 200 毫升，挂耳冲到那里正好。瓷的，釉面哑光，杯口做薄了一点，喝起来不厚钝；杯把能放进三根手指。可以进微波炉和洗碗机，哑光釉用金属勺搅会留灰印，用牙膏擦一擦就掉。320 毫升倒满约到口下一厘米。景德镇烧的，每只底部的灰度有轻微差别。单只用纸筒装，送人不用再包。',
    category: 'coffee.cup.table',
    kind: 'durable',
    plate: 'plate3',
    picture: (choice) => ({ 雾白: 'mug-mist', 夜海: 'mug-sea', 暮橙: 'mug-dusk' })[choice['颜色']!]!,
    axes: { 颜色: ['雾白', '夜海', '暮橙'] },
    yuan: 88,
  },
  {
    code: 'CP-ESP',
    name: '礁石浓缩杯 一对',
    subtitle: '80 毫升，厚底存热',
    description:
      '一对两只，带碟。杯底厚、杯口薄，倒进 36 毫升浓缩，三分钟后还是温的，油脂不散。粗陶的外壁没有上釉，像礁石，握着不滑；里面上了白釉，看得清颜色。外壁会吸一点咖啡渍，时间久了颜色变深，介意的人请选马克杯。放在屿一顶上的温杯架正好两只。可以进洗碗机，碟子也能当茶匙托。',
    category: 'coffee.cup.table',
    kind: 'durable',
    plate: 'plate3',
    picture: 'cup-espresso',
    yuan: 98,
  },
  {
    code: 'CP-LAT',
    name: '月湾拉花杯 280ml',
    subtitle: '碗形宽口，好倒好画',
    description:
      '碗形的底让奶泡转起来，宽口好下手，刚学拉花用它能少洒很多。280 毫升，18 克双份浓缩加 200 毫升奶。杯壁 4 毫米，温杯后能保温十分钟。外面一层渐变釉，从奶白到海雾蓝，每只的界线高低不同。带一只碟。杯把偏小，是捏着用的，手指粗的人会觉得紧，可以到店里拿起来试一试。',
    category: 'coffee.cup.table',
    kind: 'durable',
    plate: 'plate3',
    picture: 'cup-latte',
    yuan: 92,
  },
  {
    code: 'CP-GL',
    name: '双层玻璃杯 250ml',
    subtitle: '冰拿铁看得见层次，外面不冒汗',
    description:
      '两层高硼硅玻璃，中间是空气，冰的外面不冒水珠，热的拿着不烫手。250 毫升，冰拿铁正好放三块冰。手工吹制，杯底有一个小小的封口点，不是气泡。两层都薄，别叠放，别用力擦里面；只要外层裂了就别再用。耐温差 120 度，刚从冰箱拿出来不要直接倒开水。单只装，两只装便宜 18 元。',
    category: 'coffee.cup.table',
    kind: 'durable',
    plate: 'plate2',
    picture: 'cup-glass',
    axes: { 规格: ['1 只', '2 只'] },
    yuan: (choice) => (choice['规格'] === '2 只' ? 140 : 79),
  },
  {
    code: 'CP-TRV',
    name: '渡口随行杯 350ml',
    subtitle: '拧紧不漏，内壁陶瓷不串味',
    description:
      '内壁喷了陶瓷，装咖啡不会有铁味，第二天装茶也不串味。盖子半圈拧紧，倒过来不漏，放进包里也放心；旋开就是直饮口，不用吸管。六小时后约 58 度，冰的能留到下午。350 毫升，放得进车里的杯座，也放得进屿一的出水口下面。盖子能拆成三件洗。陶瓷层怕硬磕，别放冰块用力摇。',
    category: 'coffee.cup.travel',
    kind: 'durable',
    plate: 'plate2',
    picture: (choice) =>
      ({ 夜海: 'tumbler-sea', 雾白: 'tumbler-mist', 苔绿: 'tumbler-moss' })[choice['颜色']!]!,
    axes: { 颜色: ['夜海', '雾白', '苔绿'] },
    yuan: 168,
    warrantyMonths: 12,
  },
];
