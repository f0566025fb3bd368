/** Gift boxes: an open box each, with what is inside looking over its edge. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import {
  CLAY,
  COPPER,
  DARK,
  INK,
  KRAFT,
  LAMP,
  LAMP_PALE,
  MIST,
  NIGHT,
  PAPER,
  SEA,
  STEEL,
  WINE,
  WOOD,
} from './materials.js';
import { island, morningFog, nightHarbour } from './motifs.js';
import { cup } from './parts.js';

/** The front wall of the box with its motif and a ribbon. */
function front(sheet: Sheet, ramp: Ramp, y: number, motif: string[], ribbon?: Ramp): string[] {
  return [
    path(`M62 ${y}H338L330 332Q329 342 318 342H82Q71 342 70 332Z`, sheet.face(ramp)),
    path(`M62 ${y}H338L337 ${y + 14}H63Z`, ramp[3], fade(0.3)),
    path(`M292 ${y}H338L330 332Q329 342 318 342H284Z`, ramp[3], fade(0.22)),
    ...(ribbon ? [path(`M70 ${y + 66}H331L330 ${y + 84}H71Z`, sheet.down(ribbon))] : []),
    group(`translate(200 ${(y + 342) / 2 + 2})`, motif),
    line(`M70 ${y + 20}L77 326`, '#FFFFFF', 3.4, fade(0.45)),
  ];
}

function back(ramp: Ramp, y: number): string[] {
  return [
    path(`M62 ${y}L84 ${y - 26}H316L338 ${y}Z`, ramp[3]),
    path(`M84 ${y - 26}H316L312 ${y}H88Z`, '#000000', fade(0.25)),
    rect(84, y - 27, 232, 3, 1, ramp[0]),
  ];
}

/** A small bag standing in a box. */
function miniBag(sheet: Sheet, x: number, y: number, ramp: Ramp, motif: string[]): string[] {
  return [
    path(`M${x} ${y + 12}H${x + 92}L${x + 96} ${y + 160}H${x - 4}Z`, sheet.face(ramp)),
    path(`M${x + 70} ${y + 12}H${x + 92}L${x + 96} ${y + 160}H${x + 76}Z`, ramp[3], fade(0.35)),
    path(
      `M${x - 1} ${y}Q${x + 46} ${y - 6} ${x + 93} ${y}V${y + 20}Q${x + 46} ${y + 23} ${x - 1} ${y + 20}Z`,
      sheet.face([ramp[1], ramp[2], ramp[3], ramp[3]]),
    ),
    rect(x + 20, y + 44, 52, 66, 3, '#FBF6EC'),
    group(`translate(${x + 46} ${y + 72}) scale(.46)`, motif),
    lines([`M${x + 34} ${y + 100}h24`], '#6E6250', 2.6, fade(0.8)),
  ];
}

/** Crumpled tissue along the rim: two soft ridges, the near one lit. */
const tissue = (y: number): string[] => [
  path(
    `M72 ${y + 9}Q84 ${y - 16} 104 ${y - 9}Q116 ${y - 20} 136 ${y - 8}Q154 ${y - 22} 172 ${y - 9}Q196 ${y - 20} 214 ${y - 8}Q232 ${y - 22} 252 ${y - 9}Q272 ${y - 20} 288 ${y - 9}Q314 ${y - 16} 328 ${y + 9}Z`,
    '#E9E0D0',
  ),
  path(
    `M72 ${y + 9}Q96 ${y - 10} 118 ${y - 1}Q140 ${y - 12} 160 ${y}Q184 ${y - 11} 204 ${y - 1}Q226 ${y - 12} 244 ${y}Q266 ${y - 11} 284 ${y - 1}Q312 ${y - 9} 328 ${y + 9}Z`,
    '#FFFDF8',
  ),
];

export function giftLamp(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 142);
  sheet.add(...back(SEA, 206), ...miniBag(sheet, 92, 66, KRAFT, morningFog()));
  sheet.add(...cup(sheet, 248, 212, 1.45, MIST, false), ...tissue(204), ...front(sheet, SEA, 206, []));
  // The lamp on the lid is stamped in foil: light, no fill.
  sheet.glow(200, 258, 56, 0.7);
  return sheet.add(group('translate(200 280) scale(.98)', island('#F4D6A0')));
}

export function giftNight(): Sheet {
  const sheet = new Sheet();
  const stone: Ramp = ['#9A948A', '#756F66', '#544F48', '#37332E'];
  sheet.ground(200, 340, 142);
  sheet.add(...back(NIGHT, 206), ...miniBag(sheet, 216, 66, SEA, nightHarbour()));
  sheet.add(
    ...cup(sheet, 114, 212, 1.16, stone),
    ...cup(sheet, 172, 220, 1.16, MIST),
    ...tissue(204),
    ...front(sheet, NIGHT, 206, []),
  );
  return sheet.add(
    path('M214 242a34 34 0 1 0 24 50a28 28 0 0 1-24-50Z', LAMP),
    ...[
      [122, 246],
      [150, 268],
      [108, 296],
      [286, 244],
      [276, 306],
      [304, 276],
      [162, 316],
    ].map(([x, y], i) => circle(x!, y!, i % 2 ? 2 : 3, LAMP_PALE)),
  );
}

export function giftPourover(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 142);
  sheet.add(
    ...back(KRAFT, 214),
    line('M96 216Q70 170 84 124Q88 104 72 96', COPPER[3], 11),
    line('M96 216Q70 170 84 124Q88 104 72 96', COPPER[1], 7),
    path('M98 108H158L172 224H84Z', sheet.round(COPPER)),
    path('M104 108q24-16 48 0Z', sheet.round(COPPER)),
    circle(128, 94, 7, WOOD[1]),
    path('M186 110H280L250 172H216Z', sheet.face(PAPER)),
    ellipse(233, 110, 47, 9, '#FFFDF8'),
    ellipse(233, 111, 40, 6, '#BBAE97'),
    path('M198 172H268V180H198Z', sheet.round(WOOD)),
    path(
      'M210 180H256Q258 196 268 210Q276 224 272 240H194Q190 224 198 210Q208 196 210 180Z',
      '#DDE9E7',
      fade(0.95),
    ),
    path('M196 206Q233 214 270 206Q278 222 272 240H194Q188 222 196 206Z', '#6B3F1B'),
    line('M206 200Q198 216 202 232', '#FFFFFF', 4, fade(0.8)),
    path('M286 138H322V226H286Z', sheet.face(SEA)),
    rect(292, 160, 24, 34, 2, '#FBF6EC'),
    ...tissue(212),
    ...front(sheet, KRAFT, 214, [], ['#5A807C', '#305250', '#1C3836', '#0F2221']),
  );
  return sheet.add(
    circle(200, 288, 25, sheet.face(WINE)),
    group('translate(200 288) scale(.5)', island('#F8E3CF', LAMP)),
  );
}

export function giftMoon(): Sheet {
  const sheet = new Sheet();
  const red: Ramp = ['#D98A5E', '#B5603B', '#8C4328', '#5F2B18'];
  sheet.ground(200, 336, 142);
  sheet.add(
    path(
      'M200 56a136 136 0 0 1 136 136V304Q336 336 304 336H96Q64 336 64 304V192A136 136 0 0 1 200 56Z',
      sheet.face(red),
    ),
    path(
      'M200 70a122 122 0 0 1 122 122V300Q322 322 300 322H100Q78 322 78 300V192A122 122 0 0 1 200 70Z',
      'none',
      `stroke="${LAMP}" stroke-width="2.400" opacity=".85"`,
    ),
  );
  sheet.glow(200, 160, 104, 0.9);
  sheet.add(
    circle(200, 160, 58, sheet.radial('0.36 0.32 0.8', '0 #FFF8E6, 0.6 #F4D6A0, 1 #DDA55A')),
    circle(184, 148, 8, '#E6BE82', fade(0.6)),
    circle(214, 176, 11, '#E6BE82', fade(0.5)),
    circle(218, 140, 5, '#E6BE82', fade(0.5)),
    path(
      'M78 262Q124 214 166 240Q206 200 252 236Q290 222 322 256V300Q322 322 300 322H100Q78 322 78 300Z',
      '#7A3620',
    ),
    path('M78 284Q140 250 200 276T322 280V300Q322 322 300 322H100Q78 322 78 300Z', '#4B1F11'),
    lines(['M118 300H190', 'M214 308H272', 'M150 312H182'], LAMP, 2.4, fade(0.6)),
    path('M104 128q12-10 24 0q12-8 20 3H96q0-3 8-3Z', '#F8E3CF', fade(0.85)),
    path('M262 112q10-8 20 0q10-7 16 3h-44q0-3 8-3Z', '#F8E3CF', fade(0.7)),
    path(
      'M84 150Q96 92 150 74',
      'none',
      'stroke="#FFFFFF" stroke-width="4" stroke-linecap="round" opacity=".45"',
    ),
  );
  return sheet;
}

export function giftHome(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 142);
  sheet.glow(152, 118, 104, 0.9);
  sheet.add(
    ...back(CLAY, 218),
    // The lamp: a dome on a stem, lit.
    rect(147, 128, 10, 96, 3, sheet.round(['#E9C98D', '#C79A50', '#966D2C', '#684A1A'])),
    path(
      'M92 136Q96 66 152 66T212 136Q152 148 92 136Z',
      sheet.linear('0 0 1 1', '0 #FFFBEF, 0.5 #FCE6BB, 1 #E8BB72'),
    ),
    ellipse(152, 137, 60, 8, '#FFF3D4'),
    circle(152, 60, 7, '#C79A50'),
    path(
      'M104 120Q110 84 140 76',
      'none',
      'stroke="#FFFFFF" stroke-width="5" stroke-linecap="round" opacity=".9"',
    ),
    ...cup(sheet, 274, 226, 1.18, SEA, false),
    ...cup(sheet, 222, 234, 1.18, MIST, false),
    ...tissue(216),
    ...front(sheet, CLAY, 218, []),
    path('M164 292V268L200 244L236 268V292Q236 300 228 300H172Q164 300 164 292Z', '#FBF1E2'),
    path(
      'M154 272L200 238L246 272',
      'none',
      'stroke="#FBF1E2" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"',
    ),
    rect(190, 272, 20, 28, 3, LAMP),
    line('M146 306H254', '#FBF1E2', 3, fade(0.7)),
  );
  return sheet;
}

export function giftMovie(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 142);
  sheet.add(
    path('M146 132L52 62V214L146 172Z', sheet.linear('1 0 0 0', '0 #F8DDA8 0.8, 1 #F8DDA8 0')),
    ...back(DARK, 214),
    path('M128 88V230H220V88Z', sheet.round(MIST)),
    ellipse(174, 88, 46, 11, '#FDF9F2'),
    ellipse(174, 88, 34, 7, '#CFC4B0'),
    circle(164, 150, 31, sheet.face(STEEL)),
    circle(164, 150, 28, '#0E1716'),
    circle(164, 150, 21, sheet.radial('0.36 0.32 0.8', '0 #FFF0D0, 0.25 #E3AC58, 0.6 #4A3A28, 1 #0C1212')),
    ellipse(157, 142, 5, 3, '#FFFFFF', fade(0.8)),
    path('M236 128H310L314 230H232Z', sheet.face(['#BFD3DA', '#8FAEB9', '#64889A', '#43616F'])),
    rect(234, 116, 78, 14, 3, '#64889A'),
    circle(273, 178, 24, '#F3F6F2'),
    path('M253 184q7-8 13 0t13 0t13 0a20 20 0 0 1-39 0Z', '#3E7E93'),
    circle(273, 170, 7, LAMP),
    ...tissue(212),
    ...front(sheet, DARK, 214, []),
    // Two tickets tucked under a band.
    group('rotate(-8 180 280)', [
      path('M110 252H250V268a10 10 0 0 0 0 20V304H110V288a10 10 0 0 0 0-20Z', LAMP),
      lines(['M214 258V298'], '#8A5A1E', 2, 'stroke-dasharray="3 6"'),
    ]),
    group('rotate(5 210 290)', [
      path('M140 258H280V274a10 10 0 0 0 0 20V310H140V294a10 10 0 0 0 0-20Z', '#FBF1E2'),
      lines(['M246 264V304'], '#A79C88', 2, 'stroke-dasharray="3 6"'),
      group('translate(194 284) scale(.5)', island(INK)),
    ]),
  );
  return sheet;
}
