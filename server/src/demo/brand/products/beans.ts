/** Coffee beans, drip bags and capsules: what is bought again and again. */
import type { Choice } from '../types.js';
import type { ProductDraft } from '../draft.js';

const GRIND = ['整豆', '手冲粉', '意式粉'] as const;
const SIZES = ['250g', '500g', '1kg'] as const;

/** Powder keeps badly: a kilo is sold as whole beans only. */
const bySize =
  (small: number, middle: number, big: number) =>
  (choice: Choice): number | null => {
    if (choice['规格'] === '1kg') return choice['研磨'] === '整豆' ? big : null;
    return choice['规格'] === '500g' ? middle : small;
  };

export const BEANS: readonly ProductDraft[] = [
  {
    code: 'BN-CW',
    name: '晨雾 拼配豆 250g',
    subtitle: '坚果、红糖、一点橘子皮，每天都能喝',
    description:
      '我们卖得最多的一支。云南保山水洗打底，配埃塞俄比亚日晒，中度烘焙：闻起来是坚果和红糖，温下来有一点橘子皮的香。手冲用 1 比 15、91 度；意式用 18 克出 36 克。下单后 24 小时内烘好寄出，养 5 到 7 天最好喝，开封后一个月内喝完。想要磨成粉也行，香气会走得快一些。',
    category: 'supplies.bean.blend',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'bean-morning-fog',
    axes: { 研磨: GRIND },
    yuan: 94,
    repurchaseDays: 21,
  },
  {
    code: 'BN-YB',
    name: '夜泊 深烘豆 250g',
    subtitle: '黑巧克力、烤杏仁，加奶也压得住',
    description:
      '给喜欢苦一点、厚一点的人。巴西半日晒和苏门答腊湿刨，烘到二爆前收住：黑巧克力、烤杏仁，尾巴有一点烟熏，不酸。意式 18 克出 34 克，加 150 毫升牛奶还能喝出咖啡；手冲水温降到 86 度，苦味会圆。深烘豆表面会出油，属于正常，常用的磨豆机请两周刷一次。烘好后养 7 天再开。',
    category: 'supplies.bean.blend',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'bean-night-harbour',
    axes: { 研磨: GRIND },
    yuan: 98,
    repurchaseDays: 21,
  },
  {
    code: 'BN-DT',
    name: '灯塔 意式拼配豆',
    subtitle: '浓缩稳、油脂厚，门店里天天用的那支',
    description:
      '门店吧台上用的就是它。巴西、哥伦比亚、印度罗布斯塔按 6 比 3 比 1 拼，中深烘：焦糖、榛子、可可粉，油脂厚，拉花有底。里面有一成罗布斯塔，咖啡因略高，晚上喝要想一想。对磨豆机不挑，是新手调意式最省豆的一支。1 公斤装只卖整豆，带单向阀，开袋后请夹紧，三周内喝完。',
    category: 'supplies.bean.blend',
    kind: 'consumable',
    plate: 'plate3',
    picture: (choice) => (choice['规格'] === '1kg' ? 'bean-lighthouse-kilo' : 'bean-lighthouse'),
    axes: { 规格: SIZES, 研磨: ['整豆', '意式粉'] },
    yuan: bySize(88, 162, 298),
    repurchaseDays: 30,
  },
  {
    code: 'BN-CJ',
    name: '潮间 奶咖拼配豆',
    subtitle: '为牛奶做的：太妃糖、饼干、麦芽',
    description:
      '专门按加奶的味道去拼的：哥伦比亚蜜处理给甜，巴西给厚，一点点卢旺达给亮。单喝略淡，和 150 到 180 毫升牛奶一起就是太妃糖和消化饼干。用燕麦奶更像麦芽糖。意式 19 克出 38 克，28 秒左右。中烘，不出油，全自动机也不容易堵。喜欢冰拿铁的话，出液收到 32 克，冰化了也不水。',
    category: 'supplies.bean.blend',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'bean-tide',
    axes: { 规格: SIZES, 研磨: ['整豆', '意式粉'] },
    yuan: bySize(92, 168, 312),
    repurchaseDays: 24,
  },
  {
    code: 'BN-YA',
    name: '远岸 耶加雪菲 日晒',
    subtitle: '草莓酱、茉莉、红茶尾',
    description:
      '埃塞俄比亚耶加雪菲沃卡合作社，海拔 2050 米，日晒 21 天。浅烘：热的时候像草莓果酱，凉了是茉莉和红茶。手冲 15 克、1 比 16、92 度，分三段注水约两分十秒；粉细了会涩。日晒豆每批味道有小差别，袋上写着这一批的烘焙日和建议。浅烘豆硬，手摇磨会费点力。不建议加奶。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'bean-far-shore',
    axes: { 规格: ['150g', '250g'], 研磨: ['整豆', '手冲粉'] },
    yuan: (choice) => (choice['规格'] === '250g' ? 118 : 78),
    repurchaseDays: 24,
  },
  {
    code: 'BN-YY',
    name: '云屿 云南保山 水洗',
    subtitle: '青苹果、甘蔗、干净',
    description:
      '保山潞江坝的小农户，铁皮卡，海拔 1650 米，水洗。浅中烘：青苹果的酸、甘蔗的甜，干干净净，像下过雨的早上。我们和这 14 户签的是三年价，每袋里有 9 元直接到种植户。手冲 1 比 15、91 度最稳，做冷萃也清爽。新产季四月到，袋上会写产季。喜欢厚重口味的人可能觉得它薄。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'bean-cloud',
    axes: { 规格: ['150g', '250g'], 研磨: ['整豆', '手冲粉'] },
    yuan: (choice) => (choice['规格'] === '250g' ? 96 : 64),
    repurchaseDays: 24,
  },
  {
    code: 'BN-GS',
    name: '高山 肯尼亚 AA 水洗',
    subtitle: '黑醋栗、番茄、明亮的酸',
    description:
      '涅里产区的处理厂，SL28 和 SL34，颗粒大，双重水洗。浅中烘：黑醋栗、小番茄、乌梅，酸得明亮，喜欢酸的人会喝完一壶。怕酸的话请买云屿。手冲 15 克、1 比 16、93 度，前段慢一点，甜会出来。肯尼亚豆的杯测分每年起伏不小，这一批 87 分，比去年低 0.5 分，价格也降了 10 元。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'bean-highland',
    yuan: 128,
    stock: { online: 0, stores: { wukang: 6, liangzhu: 11, taiguli: 4 } },
    repurchaseDays: 28,
  },
  {
    code: 'BN-HS',
    name: '焰岛 危地马拉 安提瓜',
    subtitle: '可可、橙子、火山灰土里长的',
    description:
      '三座火山围着的安提瓜谷地，波旁种，水洗，中烘。可可粉打底，中段是橙子，凉了有一点香料。口感比晨雾厚、比夜泊亮，拿不准的时候选它不会错。手冲、摩卡壶、意式都可以：意式用 18 克出 40 克，会像橙子巧克力。250 克一袋，下单后烘，养 6 天。深色袋子避光，开封后请夹好放阴处。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate',
    picture: 'bean-volcano',
    axes: { 研磨: GRIND },
    yuan: 108,
    repurchaseDays: 24,
  },
  {
    code: 'BN-GSH',
    name: '瑰岸 巴拿马瑰夏 限量 100g',
    subtitle: '茉莉、佛手柑、白桃，今年 600 罐',
    description:
      '波奎特高地，瑰夏，海拔 1800 米，水洗。很香，很淡：茉莉、佛手柑、白桃，像一杯好茶。它不会让人觉得「咖啡味重」，第一次喝请放慢一点。100 克约冲 6 杯，手冲 1 比 16、92 度，不要用深色滤杯余味重的旧滤布。今年一共 600 罐，罐底有编号，每人限 2 罐，不参加耗材券。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'bean-geisha',
    yuan: 268,
    stock: { online: 42, stores: { wukang: 4, qiantan: 0, hubin: 3, liangzhu: 0, taiguli: 2, yulin: 0 } },
    repurchaseDays: 45,
    limited: true,
  },
  {
    code: 'BN-SM',
    name: '岁末 圣诞拼配 限量 200g',
    subtitle: '肉桂、红酒、橘子，只做一个冬天',
    description:
      '厌氧日晒的哥伦比亚和水洗埃塞俄比亚，中烘：肉桂、红酒、橘子酱，热着喝像煮了香料。香气来自处理法，没有加任何香精。每年十一月烘到一月，现在剩的是最后一批，烘焙日写在袋底，口味仍好，但已经过了最好的两个月，所以不打折也不推荐送礼。手冲和法压都合适，加奶会盖掉肉桂香。',
    category: 'supplies.bean.blend',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'bean-winter',
    yuan: 126,
    stock: { online: 0, stores: { wukang: 0, qiantan: 3, hubin: 0, liangzhu: 0, taiguli: 0, yulin: 2 } },
    restock: () => '今年 11 月再烘',
    repurchaseDays: 30,
    limited: true,
  },
  {
    code: 'BN-JY',
    name: '静夜 低因咖啡豆 250g',
    subtitle: '瑞士水处理，晚上也能来一杯',
    description:
      '哥伦比亚豆用瑞士水法去掉 99.9% 的咖啡因，不用溶剂。中烘：焦糖、烤面包、红枣。低因豆在烘焙时颜色会比看起来深，别被吓到。它仍有极少的咖啡因，一杯约 3 毫克，医生要求完全不碰的人请不要喝。手冲 1 比 15、90 度，磨得比平时略粗一点点，因为处理过的豆更脆，细粉多。',
    category: 'supplies.bean.single',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'bean-decaf',
    axes: { 研磨: GRIND },
    yuan: 106,
    repurchaseDays: 28,
  },
  {
    code: 'BN-DCW',
    name: '晨雾 挂耳咖啡',
    subtitle: '一袋一杯，办公室抽屉常备',
    description:
      '晨雾磨成粉，充氮装进挂耳袋，一袋 11 克。撕开、挂上、注 180 毫升热水，两分钟一杯，水温 90 度左右就好，饮水机的水也行。味道有现磨的八成，胜在省事。外袋是可以完全回收的单一材质。保质期 12 个月，前三个月最香。30 包装比 10 包装每包便宜 1 元多，喝得慢就别买大盒。',
    category: 'supplies.bean.instant',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'drip-morning-fog',
    axes: { 规格: ['10 包', '30 包'] },
    yuan: (choice) => (choice['规格'] === '30 包' ? 168 : 68),
    repurchaseDays: 30,
  },
  {
    code: 'BN-DYB',
    name: '夜泊 挂耳咖啡',
    subtitle: '不酸，加一勺奶也好喝',
    description:
      '夜泊的挂耳版，一袋 12 克，比晨雾多 1 克，所以更浓。注 170 毫升热水，前 20 毫升先闷半分钟，苦味会顺一点。早上赶时间的人、怕酸的人都合适。挂耳架加宽过，口径 7 到 10 厘米的杯子都挂得住；杯子太深的话，滤袋会泡在咖啡里，请提早拿开。10 包一盒，盒子能直接立在桌上。',
    category: 'supplies.bean.instant',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'drip-night-harbour',
    yuan: 68,
    repurchaseDays: 30,
  },
  {
    code: 'BN-LC',
    name: '夏海 冷萃咖啡包',
    subtitle: '丢进冷水，放一夜',
    description:
      '粗粉装进玉米纤维茶包，一包 30 克兑 500 毫升冷水，冰箱里放 8 到 12 小时，早上拿出来就喝。拼配偏果香：葡萄、红茶、乌梅。不用任何器具，矿泉水瓶都行。泡超过 14 小时会涩，请记得把包拿出来。6 包一袋，夏天两个人大约喝一周。做好的冷萃冷藏两天内喝完，加汽水或者橙汁也不错。',
    category: 'supplies.bean.instant',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'drip-cold-brew',
    yuan: 59,
    repurchaseDays: 14,
  },
  {
    code: 'BN-CAP',
    name: '拾光 咖啡胶囊 20 粒',
    subtitle: '三种味道，铝壳可回收',
    description:
      '配拾光胶囊机，也合常见的小号铝胶囊机。晨雾是坚果和红糖，夜泊是黑巧克力，静夜低因给晚上。每粒 5.6 克，比市面上的多一点点，所以短杯更浓。铝壳里外都能回收，攒满 20 颗交到门店换一包滤纸。20 粒一筒，筒是纸的。混合装是晨雾 8、夜泊 8、静夜 4，第一次买选它最省事。',
    category: 'supplies.bean.instant',
    kind: 'consumable',
    plate: 'plate3',
    picture: (choice) => (choice['口味'] === '夜泊' ? 'capsule-night' : 'capsule-morning'),
    axes: { 口味: ['晨雾', '夜泊', '静夜低因', '混合'] },
    yuan: (choice) => (choice['口味'] === '静夜低因' ? 96 : 86),
    stock: (choice) => (choice['口味'] === '混合' ? { online: 0 } : undefined),
    repurchaseDays: 20,
  },
];
