/** Gift boxes: what people buy for somebody else, often once, often late. */
import type { ProductDraft } from '../draft.js';

export const GIFTS: readonly ProductDraft[] = [
  {
    code: 'GF-LAMP',
    name: '一灯 咖啡礼盒',
    subtitle: '晨雾一袋、马克杯一只、挂耳五包',
    description:
      '第一次送咖啡给别人，这一盒不会错：晨雾 250 克、雾白马克杯、五包挂耳，没有磨豆机的人也能当天喝上。盒盖上的灯是烫金的，里面有一张可以写字的卡，下单时填上，我们用笔抄一遍，不超过 40 个字。豆是发货前一天烘的。盒子本身是硬纸，没有塑料托。价格里包装占 18 元，介意包装的人分开买更划算。',
    category: 'gift.box.coffee',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'gift-lamp',
    yuan: 238,
    repurchaseDays: 180,
  },
  {
    code: 'GF-NIGHT',
    name: '夜泊 双人礼盒',
    subtitle: '夜泊一袋、浓缩杯一对',
    description:
      '给一起住的两个人：夜泊 250 克配一对礁石浓缩杯。家里要有咖啡机或者摩卡壶才用得上这对杯子，没有的话请送一灯。深色的盒子，盖上一弯月亮，拉开是两层，杯子在上，豆在下。豆可以换成同价的焰岛，下单时写在备注里。盒里放得下一封折两折的信，我们不拆也不看，寄到店里代放就行。',
    category: 'gift.box.coffee',
    kind: 'consumable',
    plate: 'plate2',
    picture: 'gift-night',
    yuan: 268,
    repurchaseDays: 180,
  },
  {
    code: 'GF-POUR',
    name: '手冲入门礼盒',
    subtitle: '壶、滤杯、秤、豆，今天就能冲',
    description:
      '给想开始手冲的人：明火手冲壶、树脂滤杯、分享壶、滤纸 100 张、云屿 150 克，还有一本 24 页的小册子，写着水温、粉量和常见的几种难喝的原因。缺一台磨豆机，所以豆默认磨成手冲粉；家里有磨的话备注「整豆」。比单买便宜 62 元。盒子大，36 厘米见方，到店自取的话请带个袋子。',
    category: 'gift.box.coffee',
    kind: 'durable',
    plate: 'plate3',
    picture: 'gift-pourover',
    yuan: 498,
    warrantyMonths: 12,
  },
  {
    code: 'GF-MOON',
    name: '月屿 中秋礼盒',
    subtitle: '三支豆、四块咖啡月饼，秋天才有',
    description:
      '每年八月开始预订，今年的还没有做好，先放在这里让你知道。去年是晨雾、焰岛、静夜各 80 克，加四块咖啡核桃馅的月饼，月饼由杭州一家老铺做，保质期 45 天。今年的口味七月底定，价格不会高过去年。点「到货告诉我」，开始预订那天发一条消息给你，只发一条。企业要 50 盒以上的，请直接找门店。',
    category: 'gift.box.coffee',
    kind: 'consumable',
    plate: 'plate3',
    picture: 'gift-moon',
    yuan: 328,
    stock: 'none',
    restock: () => '8 月开始预订',
    repurchaseDays: 365,
    limited: true,
  },
  {
    code: 'GF-HOME',
    name: '新居 暖灯礼盒',
    subtitle: '桌灯一盏、马克杯两只、挂耳十包',
    description:
      '朋友搬家送它：一盏 2700K 的小桌灯，能调三档亮，充一次电亮一整晚；两只海平线马克杯，一浅一深；十包挂耳。灯是我们自己画的，像岛上那盏，底座的圆盘可以放钥匙。插头是 Type-C，不带充电头。灯保一年，杯子碎了补一只半价。收件人要是不喝咖啡，挂耳可以换成同价的红茶，备注里写一句就好。',
    category: 'gift.box.home',
    kind: 'durable',
    plate: 'plate3',
    picture: 'gift-home',
    yuan: 388,
    warrantyMonths: 12,
  },
  {
    code: 'GF-MOVIE',
    name: '放映夜 礼盒',
    subtitle: '口袋投影、三脚架、冷萃包，一个晚上',
    description:
      '影屿 mini 加随行三脚架，再放两袋夏海冷萃包和一叠十张的放映票：票是纸做的，空白，自己写片名和日期，撕下来递给对方。适合谈恋爱的、有孩子的、爱露营的。投影仪保修和单买一样，一年。mini 只适合关灯看，送之前先想想对方家里好不好遮光。盒子可以当收纳盒继续用，里面的隔板能抽掉。',
    category: 'gift.box.home',
    kind: 'durable',
    plate: 'plate2',
    picture: 'gift-movie',
    yuan: 1_468,
    warrantyMonths: 12,
  },
];
