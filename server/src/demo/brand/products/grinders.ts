/** Grinders, electric and by hand. */
import type { ProductDraft } from '../draft.js';

export const GRINDERS: readonly ProductDraft[] = [
  {
    code: 'GR-G1',
    name: '屿磨 G1 电动磨豆机',
    subtitle: '从法压到意式，31 档一只搞定',
    description:
      '40 毫米锥形钢刀，31 档粗细，手冲和意式都磨得出来。直流电机转得慢，磨 18 克约 14 秒，粉不烫。粉杯口做了消静电的铝圈，落粉散得少，但干燥的冬天仍建议喷一点点水。豆仓 200 克，可以锁住提起来换豆。清洗不用工具，转开上刀盘刷一刷就好。它和屿一是一对，高度和颜色都对得上。',
    category: 'coffee.grinder.electric',
    kind: 'durable',
    plate: 'plate',
    picture: (choice) => (choice['颜色'] === '夜海' ? 'grinder-g1-sea' : 'grinder-g1-mist'),
    axes: { 颜色: ['雾白', '夜海'] },
    yuan: 890,
    warrantyMonths: 24,
  },
  {
    code: 'GR-G2',
    name: '屿磨 G2 意式磨豆机',
    subtitle: '无级微调，直接磨进手柄',
    description:
      '58 毫米平刀，转盘无级微调，专为意式做的。手柄往叉架上一靠就出粉，单份、双份的时间可以各存一个，误差在 0.3 秒内。刀盘出厂前磨合过 2 公斤豆，到手就稳定。它磨手冲也行，只是从意式调到手冲再调回来要浪费两三份粉，两边都常做的人还是 G1 省心。运行约 72 分贝，一次十秒。',
    category: 'coffee.grinder.electric',
    kind: 'durable',
    plate: 'plate',
    picture: 'grinder-g2',
    yuan: 1_690,
    warrantyMonths: 24,
  },
  {
    code: 'GR-G3',
    name: '屿磨 G3 单份磨豆机',
    subtitle: '称多少磨多少，残粉不到 0.2 克',
    description:
      '64 毫米平刀，倾斜的磨道加上风箱，放 18 克进去，出来 17.8 克以上，换豆不串味。转速 600 到 1400 可调：低转磨手冲，高转磨意式。铝合金机身，胡桃木旋钮，底座配重，不会走。没有豆仓，每次称一份倒进去，喜欢慢慢来的人会喜欢，赶时间的早上会嫌烦。刀盘可以自己换，配件长期有。',
    category: 'coffee.grinder.electric',
    kind: 'durable',
    plate: 'plate',
    picture: 'grinder-g3',
    yuan: 2_980,
    warrantyMonths: 36,
  },
  {
    code: 'GR-H1',
    name: '屿磨 H1 手摇磨豆机',
    subtitle: '双轴承，磨一杯 40 秒',
    description:
      '38 毫米七角钢刀，上下两只轴承，轴不晃，磨得匀。装 20 克豆，手冲粗细摇约 40 秒。调节环在下面，咔嗒一格约 0.03 毫米，手冲从 22 格试起。机身 48 毫米粗，手小也握得住；摇把是折叠的，放得进随身包。意式粗细也能磨，但要摇两分多钟，胳膊会酸。用毛刷清理就行，不要用水冲。',
    category: 'coffee.grinder.hand',
    kind: 'durable',
    plate: 'plate',
    picture: 'grinder-h1',
    yuan: 399,
    warrantyMonths: 12,
  },
  {
    code: 'GR-H2',
    name: '屿磨 H2 手摇磨豆机 意式版',
    subtitle: '48 毫米刀盘，意式一份 35 秒',
    description:
      '给没有电动磨又想做意式的人。48 毫米刀盘比 H1 大一圈，磨一份意式约 35 秒，手冲 20 秒。外调环每格 0.016 毫米，不用拆开就能调。重 720 克，握久了有分量；装豆 30 克，磁吸粉杯接得稳。机身硬质阳极氧化，指纹少。套里有硅胶防滑套、风吹和收纳筒。刀盘两年内崩口免费换一次。',
    category: 'coffee.grinder.hand',
    kind: 'durable',
    plate: 'plate',
    picture: 'grinder-h2',
    yuan: 798,
    stock: { online: 0, stores: { wukang: 2, hubin: 0, liangzhu: 1 } },
    warrantyMonths: 24,
  },
];
