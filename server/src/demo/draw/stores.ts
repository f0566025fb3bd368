/** Six shop fronts. Each is drawn on a scene of its own, because a shop, unlike a product, stands somewhere. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { CLAY, COAL, INK, LAMP, LAMP_PALE, MIST, PINE, SEA, STEEL, WOOD } from './materials.js';
import { island } from './motifs.js';

/** Sky and pavement; the app cuts the corners. */
function scene(sheet: Sheet, sky: string, ground: string, edge: string): void {
  sheet.add(
    rect(0, 0, 400, 400, 0, sheet.linear('0 0 0 1', sky)),
    rect(0, 330, 400, 70, 0, ground),
    rect(0, 330, 400, 5, 0, edge),
  );
}

/** A shop window with the evening's light in it. */
function shopWindow(sheet: Sheet, x: number, y: number, w: number, h: number, frame: string): string[] {
  return [
    rect(x - 5, y - 5, w + 10, h + 10, 3, frame),
    rect(x, y, w, h, 1, sheet.linear('0 0 0 1', '0 #FFF1D2, 0.6 #F6CF8D, 1 #D9A45C')),
    path(`M${x} ${y}h${w * 0.42}L${x + w * 0.14} ${y + h}H${x}Z`, '#FFFFFF', fade(0.2)),
  ];
}

/** Machine, bags and cups on a shelf behind the glass: as many as stand in its width. */
function goods(x: number, y: number, w: number): string[] {
  const things: readonly (readonly [need: number, parts: string[]])[] = [
    [
      50,
      [
        rect(x + 8, y - 34, 38, 34, 6, '#2C4B49'),
        rect(x + 15, y - 22, 24, 22, 2, '#142827'),
        circle(x + 17, y - 28, 3, LAMP_PALE),
      ],
    ],
    [80, [path(`M${x + 54} ${y}l2-30h18l2 30Z`, '#A9763E')]],
    [101, [path(`M${x + 80} ${y}l2-26h15l2 26Z`, '#305250')]],
    [120, [rect(x + 104, y - 16, 13, 16, 4, '#FBF6EC')]],
  ];
  const fitting = things.filter(([need]) => need <= w).flatMap(([, parts]) => parts);
  return [rect(x, y, w, 5, 1, '#6B4A22', fade(0.8)), ...fitting];
}

function door(sheet: Sheet, x: number, y: number, w: number, h: number, frame: string): string[] {
  return [
    rect(x - 5, y - 5, w + 10, h + 5, 2, frame),
    rect(x, y, w, h, 0, sheet.linear('0 0 0 1', '0 #FCE3B4, 1 #C98F47')),
    rect(x, y + h - 26, w, 26, 0, frame),
    line(`M${x + w - 9} ${y + h * 0.42}v${h * 0.18}`, '#5C3B1D', 4),
    path(`M${x} ${y}h${w * 0.5}L${x} ${y + h * 0.7}Z`, '#FFFFFF', fade(0.22)),
  ];
}

function sign(x: number, y: number, scale: number, ink = '#F6EFE0'): string {
  return group(`translate(${x} ${y}) scale(${scale})`, island(ink, LAMP));
}

function planeTree(x: number, foot: number, scale: number, leaf: Ramp): string {
  return group(`translate(${x} ${foot}) scale(${scale})`, [
    path(
      'M-7 0Q-4-70-9-118L-32-150L-27-154L-4-126Q0-150-2-170H6Q4-146 8-128L30-152L34-148L12-116Q6-70 9 0Z',
      '#8B7B66',
    ),
    circle(-34, -164, 40, leaf[2]),
    circle(32, -160, 42, leaf[2]),
    circle(0, -192, 48, leaf[1]),
    circle(-22, -186, 30, leaf[0], fade(0.55)),
    ellipse(0, 3, 34, 5, '#10201F', fade(0.25)),
  ]);
}

/** 武康路: brick, a rounded corner, plane trees. */
export function wukang(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #F4E7D2, 0.6 #F1D9B4, 1 #E7C695', '#CFC6B6', '#B5AA97');
  const brick = sheet.face(['#C98A68', '#AD6C4C', '#8B5238', '#663A27']);
  sheet.add(
    planeTree(352, 332, 1.15, ['#C7C58A', '#9EA262', '#7B8248', '#555C30']),
    path('M58 96Q58 84 70 84H262Q318 90 322 150V332H58Z', brick),
    path('M262 84Q318 90 322 150V332H276Q288 190 262 84Z', '#4A2A1B', fade(0.3)),
    rect(50, 74, 222, 14, 3, '#EFE6D6'),
  );
  const courses = Array.from({ length: 7 }, (_, i) => `M60 ${102 + i * 12}H266`);
  sheet.add(lines(courses, '#E4B99C', 1.4, fade(0.45)));
  [78, 138, 198].forEach((x) =>
    sheet.add(
      rect(x, 104, 42, 54, 3, '#EFE6D6'),
      rect(x + 4, 108, 34, 46, 2, '#3D5A5C'),
      lines([`M${x + 21} 108v46`, `M${x + 4} 131h34`], '#EFE6D6', 2.4),
      path(`M${x + 4} 108h18l-18 26Z`, '#FFFFFF', fade(0.25)),
    ),
  );
  sheet.add(
    rect(54, 178, 226, 32, 4, sheet.down(SEA)),
    sign(166, 194, 0.3),
    ...shopWindow(sheet, 76, 222, 104, 84, INK),
    ...goods(76, 300, 104),
    ...door(sheet, 206, 222, 54, 110, INK),
    rect(58, 312, 134, 20, 0, '#7A4630'),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((i) =>
      path(
        `M${54 + i * 20.5} 208h20.500L${45 + (i + 1) * 22.2} 224a11.100 9 0 0 1-22.200 0Z`,
        i % 2 ? '#FBF3E4' : LAMP,
      ),
    ),
    rect(54, 208, 226, 4, 0, '#000000', fade(0.14)),
    planeTree(30, 340, 0.98, ['#D3CC8E', '#ABAA65', '#868A4A', '#5D6132']),
    rect(218, 338, 60, 8, 2, WOOD[1]),
    lines(['M226 346v16', 'M270 346v16'], WOOD[3], 4),
  );
  return sheet;
}

/** 前滩: glass and steel, a screen lit inside. */
export function qiantan(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #C9DCE2, 0.7 #E4ECEA, 1 #F0E8DA', '#C3C9C6', '#A6AEAB');
  sheet.add(
    rect(26, 60, 60, 272, 0, '#B3C5CA'),
    rect(312, 30, 66, 302, 0, '#A7BBC1'),
    lines(
      [70, 90, 110, 130, 150, 170].map((y) => `M32 ${y}h48`),
      '#DDE8EA',
      4,
    ),
    lines(
      [46, 66, 86, 106, 126, 146, 166].map((y) => `M318 ${y}h54`),
      '#CFDDE0',
      4,
    ),
    rect(46, 128, 308, 204, 6, sheet.face(STEEL)),
    rect(46, 128, 308, 36, 6, sheet.down(COAL)),
    sign(200, 147, 0.34),
    ...shopWindow(sheet, 64, 178, 172, 130, '#39423F'),
    // The small cinema: a screen on the back wall, heads before it.
    rect(82, 190, 110, 66, 3, '#143130'),
    circle(150, 222, 9, '#FFE9C2'),
    path('M82 240Q110 216 138 240T192 238V253q0 3-3 3H85q-3 0-3-3Z', '#3E6A64'),
    ...[96, 122, 148, 176, 204].map((x, i) =>
      path(`M${x - 13} 308q0-22 13-22t13 22Z`, i % 2 ? '#5B4023' : '#3F2C17'),
    ),
    ...[96, 122, 148, 176, 204].map((x, i) => circle(x, 280, 8, i % 2 ? '#5B4023' : '#3F2C17')),
    lines(['M150 174v138'], '#39423F', 3),
    ...door(sheet, 262, 196, 66, 136, '#39423F'),
    line('M295 196v110', '#39423F', 3),
    rect(46, 312, 200, 20, 0, '#7F8986'),
    path('M40 122H360L352 130H48Z', '#EDF1EF'),
    ...[60, 222].map((x) =>
      group(`translate(${x} 334)`, [
        rect(-16, -20, 32, 22, 4, CLAY[1]),
        circle(-8, -28, 12, PINE[1]),
        circle(8, -30, 13, PINE[0]),
        circle(0, -40, 11, PINE[1]),
      ]),
    ),
  );
  return sheet;
}

/** 湖滨: white walls and grey tiles at the water, a willow. */
export function hubin(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #D3E3DF, 0.6 #EEF0E4, 1 #F6E8CB', '#BFD3CE', '#9DB7B1');
  sheet.add(
    path('M0 250Q60 196 120 226Q190 176 262 220Q330 190 400 232V300H0Z', '#A9C2B8', fade(0.8)),
    path('M0 276Q90 232 170 262T400 256V300H0Z', '#86A79B', fade(0.7)),
    rect(0, 292, 400, 40, 0, '#B9D2CC'),
    line('M330 262v-24', '#4F6F66', 3),
    path('M318 240q12-22 24 0Z', '#4F6F66'),
    path('M312 264h36l-4 10h-28Z', '#4F6F66'),
    rect(62, 166, 244, 166, 0, sheet.face(['#FFFFFF', '#F6F2E8', '#DDD4C3', '#B7AB96'])),
    path('M40 168Q70 160 92 116H280Q302 160 330 168L322 176H48Z', sheet.down(COAL)),
    path('M86 118H286L278 106H94Z', '#59645F'),
  );
  const tiles = Array.from({ length: 15 }, (_, i) => `M${98 + i * 12.6} 120L${70 + i * 16.6} 164`);
  sheet.add(
    lines(tiles, '#151B1B', 2.4, fade(0.5)),
    rect(138, 184, 92, 28, 4, sheet.down(WOOD)),
    sign(184, 199, 0.28, '#FBF3E4'),
    ...shopWindow(sheet, 84, 226, 84, 82, '#5C3B1D'),
    lines(['M112 226v82', 'M140 226v82', 'M84 252h84'], '#5C3B1D', 2.4, fade(0.8)),
    ...goods(84, 302, 84),
    ...door(sheet, 194, 226, 52, 106, '#5C3B1D'),
    circle(278, 260, 24, '#5C3B1D'),
    circle(278, 260, 20, '#F6CF8D'),
    lines(['M278 240v40', 'M258 260h40'], '#5C3B1D', 2.4),
  );
  sheet.add(
    planeTree(356, 336, 1.02, ['#B9CC8C', '#8FAE66', '#6C8C4B', '#4E6A34']),
    ellipse(30, 338, 46, 9, '#7F9F5D'),
    lines(
      ['M12 336q-4-40-16-58', 'M22 336q0-48-2-74', 'M34 336q4-44 14-64', 'M44 336q6-30 22-44'],
      '#6C8C4B',
      4,
    ),
    lines(['M18 336q-2-30-8-46', 'M38 336q2-36 6-50'], '#B9CC8C', 3),
    path('M0 340q20-6 40 0t40 0t40 0t40 0t40 0t40 0t40 0t40 0t40 0t40 0V400H0Z', '#9FC0B8'),
    lines(['M40 362h60', 'M180 372h90', 'M300 358h60'], '#FFFFFF', 3, fade(0.6)),
  );
  return sheet;
}

/** 良渚: rammed earth, a broad roof, the roaster's chimney. */
export function liangzhu(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #DCE7E2, 0.65 #F3EDDD, 1 #F6E0BC', '#B9C1A0', '#9BA580');
  sheet.add(
    path('M0 244Q80 180 168 226T400 206V332H0Z', '#AFC09A', fade(0.75)),
    path('M0 286Q120 230 240 270T400 262V332H0Z', '#8FA678', fade(0.7)),
    rect(262, 88, 20, 90, 3, sheet.round(STEEL)),
    path('M256 88q0-10 16-10t16 10Z', COAL[1]),
    path(
      'M270 68q-12-10 0-22t-2-24',
      'none',
      'stroke="#FFFFFF" stroke-width="7" stroke-linecap="round" opacity=".7"',
    ),
    rect(64, 186, 272, 146, 0, sheet.face(['#DDBE94', '#C29C6C', '#9F7A4C', '#755733'])),
    lines(
      [204, 222, 244, 262, 282, 306].map((y, i) => `M64 ${y}q68 ${i % 2 ? 5 : -5} 136 0t136 0`),
      '#8C6A40',
      2,
      fade(0.4),
    ),
    path(
      'M28 188L96 128H312L374 188Q374 196 366 196H36Q28 196 28 188Z',
      sheet.down(['#6E5A46', '#54432F', '#3B2E20', '#281E14']),
    ),
    lines(
      Array.from({ length: 17 }, (_, i) => `M${104 + i * 12.4} 132L${44 + i * 19.6} 190`),
      '#1E160D',
      1.8,
      fade(0.5),
    ),
    line('M96 129H312', '#A08A6C', 3),
    ...shopWindow(sheet, 92, 222, 128, 84, '#3B2E20'),
    // The roaster behind the glass: drum, hopper, tray.
    circle(150, 262, 27, '#39423F'),
    circle(150, 262, 17, '#C98A35'),
    circle(150, 262, 17, 'none', 'stroke="#9AA5A2" stroke-width="3"'),
    path('M134 222h32l-9 16h-14Z', '#59645F'),
    ellipse(188, 294, 27, 8, '#59645F'),
    ellipse(188, 292, 22, 5, '#4A2D15'),
    rect(142, 286, 14, 20, 1, '#242C2B'),
    ...door(sheet, 246, 224, 60, 108, '#3B2E20'),
    rect(240, 200, 72, 18, 3, '#FBF3E4'),
    sign(276, 209.5, 0.19, INK),
    ...[
      [44, 1],
      [352, 0.86],
      [22, 0.7],
    ].map(([x, k]) =>
      group(`translate(${x} 334) scale(${k})`, [
        path('M-3 0V-40H3V0Z', '#6F6252'),
        path('M0-120Q36-60 24-28Q0-14-24-28Q-36-60 0-120Z', '#6F8A54'),
        path('M0-120Q12-70-4-24Q-22-26-24-28Q-36-60 0-120Z', '#94AB72', fade(0.8)),
      ]),
    ),
    path('M246 336h60l16 34h-92Z', '#D9D0BC'),
  );
  return sheet;
}

/** 太古里: two storeys under a pitched roof, grey brick and warm wood lattice. */
export function taiguli(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #2A4350, 0.55 #6F7F80, 1 #E0B47C', '#6E6A66', '#54504C');
  sheet.add(
    circle(86, 64, 20, '#F6E7C8', fade(0.9)),
    path('M0 220h34v112H0ZM360 200h40v132h-40Z', '#33424A', fade(0.7)),
    path('M56 116L200 62L344 116L352 128H48Z', sheet.down(COAL)),
    lines(
      [80, 108, 136, 164, 192, 220, 248, 276, 304].map((x) => `M${200 + (x - 200) * 0.25} ${72}L${x} 124`),
      '#0C1413',
      2,
      fade(0.5),
    ),
    rect(66, 126, 268, 90, 0, sheet.linear('0 0 1 0', '0 #6E4827, 0.5 #8F6136, 1 #5C3B1D')),
    rect(78, 138, 244, 68, 0, sheet.linear('0 0 0 1', '0 #FFE7B8, 1 #E0A658')),
    lines(
      Array.from({ length: 23 }, (_, i) => `M${84 + i * 10.5} 138v68`),
      '#5C3B1D',
      2.4,
      fade(0.85),
    ),
    lines(['M78 160h244', 'M78 184h244'], '#5C3B1D', 2.4, fade(0.85)),
    path('M42 216H358L350 232H50Z', sheet.down(['#59645F', '#39423F', '#232A29', '#151B1B'])),
    rect(58, 232, 284, 100, 0, sheet.linear('0 0 1 0', '0 #8F8B86, 1 #66625D')),
    lines(
      [244, 256, 268, 280, 292, 304, 316].map((y) => `M58 ${y}H342`),
      '#A9A5A0',
      1.2,
      fade(0.6),
    ),
    ...shopWindow(sheet, 76, 246, 108, 68, '#2A211A'),
    ...goods(76, 308, 108),
    ...door(sheet, 214, 246, 50, 86, '#2A211A'),
    rect(284, 250, 40, 56, 4, '#1C3836'),
    sign(304, 278, 0.36),
    ...[66, 200, 334].flatMap((x) => [
      line(`M${x} 232v8`, '#2A211A', 2),
      ellipse(x, 249, 9, 10, '#F4B65A'),
      ellipse(x - 2, 246, 4, 5, '#FFE9C2', fade(0.9)),
    ]),
    path('M60 336h284l30 64H26Z', '#E0B47C', fade(0.25)),
  );
  return sheet;
}

/** 玉林: a small street house, bamboo, a striped awning, stools outside. */
export function yulin(): Sheet {
  const sheet = new Sheet();
  scene(sheet, '0 #E3EAD9, 0.7 #F4EBD6, 1 #F2DDB8', '#C9C0AC', '#AEA48E');
  sheet.add(
    rect(0, 120, 84, 212, 0, '#D9CDB6'),
    rect(316, 96, 84, 236, 0, '#CDBFA5'),
    lines(['M14 150h50', 'M14 190h50', 'M14 230h50'], '#B9AC92', 14),
    lines(['M332 130h52', 'M332 172h52', 'M332 214h52'], '#B0A288', 14),
    rect(72, 92, 256, 240, 3, sheet.face(['#FBF3E1', '#EBDCBE', '#CDB993', '#A08C68'])),
    rect(64, 82, 272, 16, 3, sheet.down(MIST)),
    ...[92, 164, 236].flatMap((x) => [
      rect(x, 116, 56, 50, 3, '#FFFDF6'),
      rect(x + 4, 120, 48, 42, 1, '#5D8A86'),
      line(`M${x + 28} 120v42`, '#FFFDF6', 3),
      path(`M${x + 4} 120h22l-22 28Z`, '#FFFFFF', fade(0.3)),
      rect(x - 2, 166, 60, 8, 2, CLAY[1]),
      ...[8, 22, 36, 48].map((dx, i) => circle(x + dx, 163, 7, i % 2 ? PINE[0] : PINE[1])),
    ]),
    path('M66 192H334L350 226H50Z', '#FBF3E4'),
    ...[0, 2, 4, 6, 8, 10].map((i) =>
      path(`M${66 + i * 24.364} 192h24.364L${50 + (i + 1) * 27.273} 226h-27.273Z`, SEA[1]),
    ),
    ...Array.from({ length: 11 }, (_, i) => circle(63.6 + i * 27.27, 226, 13.6, i % 2 ? '#FBF3E4' : SEA[1])),
    ...shopWindow(sheet, 90, 250, 126, 62, WOOD[2]),
    ...goods(90, 306, 126),
    ...door(sheet, 242, 246, 58, 86, WOOD[2]),
    circle(312, 262, 15, SEA[1]),
    sign(312, 263, 0.22),
    ...[112, 156].flatMap((x) => [
      path(`M${x - 14} 344h28l4 34h-6l-2-14h-20l-2 14h-6Z`, WOOD[2]),
      ellipse(x, 344, 16, 5, WOOD[0]),
    ]),
  );
  const bamboo = [24, 40, 58].map((x, i) => `M${x} 340Q${x - 4 + i * 5} 220 ${x + 6 - i * 3} ${84 + i * 22}`);
  sheet.add(
    lines(bamboo, '#7FA05C', 7),
    lines(bamboo, '#B6CC8C', 2),
    ...[
      [24, 120, -30],
      [44, 104, 20],
      [30, 170, 200],
      [62, 140, 30],
      [48, 200, 160],
      [18, 226, 210],
      [70, 188, 10],
      [38, 84, -60],
    ].map(
      ([x, y, a]) =>
        `<path d="M0 0Q18-10 40 0Q18 8 0 0Z" fill="#6F9450" transform="translate(${x} ${y}) rotate(${a})"/>`,
    ),
    ellipse(40, 342, 40, 7, '#10201F', fade(0.18)),
  );
  return sheet;
}

export const STORE_PICTURES: Record<string, () => Sheet> = {
  wukang,
  qiantan,
  hubin,
  liangzhu,
  taiguli,
  yulin,
};
