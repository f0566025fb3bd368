/** Filters, papers and care goods. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, INK, KRAFT, LAMP, LAMP_PALE, PAPER, SEA, SKY, STEEL, WOOD } from './materials.js';
import { drop, island, leaf, words } from './motifs.js';

export const WHITE: Ramp = ['#FFFFFF', '#F5F2EA', '#D6CFC1', '#A9A08F'];

/** 原装滤芯: the hero bottle. Ribbed cap, steel shoulder, white body, one broad band with a drop. */
export function filterYuOne(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 326, 96);
  sheet.add(
    path('M124 152V316a76 17 0 0 0 152 0V152Z', sheet.round(WHITE)),
    path('M124 176V276a76 17 0 0 0 152 0V176a76 17 0 0 1-152 0Z', sheet.round(SEA)),
    line('M124 176a76 17 0 0 0 152 0M124 276a76 17 0 0 0 152 0', LAMP, 2.6),
    group('translate(200 238) scale(1.050)', drop()),
    group('translate(200 310)', words(50)),
    path('M124 154Q124 116 162 112H238Q276 116 276 154a76 17 0 0 1-152 0Z', sheet.round(STEEL)),
    line('M136 142Q140 122 166 119', '#FFFFFF', 4, fade(0.9)),
    path('M158 62V112a42 9 0 0 0 84 0V62Z', sheet.round(DARK)),
    lines(
      Array.from(
        { length: 10 },
        (_, i) => `M${164 + i * 8} 70v${46 + Math.round(6 - Math.abs(i - 4.5) * 1.3)}`,
      ),
      '#0C1413',
      2.6,
      fade(0.7),
    ),
    ellipse(200, 62, 42, 9, '#59645F'),
    ellipse(200, 61, 33, 6, '#39423F'),
    line('M142 190V268', '#BFD8D3', 5, fade(0.55)),
    line('M140 292V312', '#FFFFFF', 5, fade(0.9)),
  );
  return sheet;
}

/** 大容量滤芯: a tall clear housing between two pipe joints, three layers inside. */
export function filterYuTwo(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 332, 80);
  sheet.add(
    rect(70, 92, 76, 24, 8, sheet.down(STEEL)),
    rect(254, 92, 76, 24, 8, sheet.down(STEEL)),
    rect(58, 86, 22, 36, 6, sheet.down(['#9FC3DE', '#5F93BA', '#3C6B90', '#284C69'])),
    rect(320, 86, 22, 36, 6, sheet.down(STEEL)),
    path(
      'M136 150V322a64 16 0 0 0 128 0V150Z',
      sheet.linear('0 0 1 0', '0 #9DB9BE 0.85, 0.22 #F5FBFB 0.9, 0.55 #CFE0E2 0.85, 1 #6F9096 0.9'),
    ),
    path('M150 166V314a50 12 0 0 0 100 0V166Z', sheet.round(WHITE)),
    path('M150 166V206a50 12 0 0 0 100 0V166Z', sheet.round(['#FFF6E0', '#EBD6A8', '#C9AD76', '#9A8150'])),
    path('M150 214V262a50 12 0 0 0 100 0V214a50 12 0 0 1-100 0Z', sheet.round(COAL)),
    lines(
      Array.from({ length: 10 }, (_, i) => `M${156 + i * 10} ${274 + Math.round(5 - Math.abs(i - 4.5))}v44`),
      '#A9A08F',
      2,
      fade(0.7),
    ),
    line('M145 170V320', '#FFFFFF', 5, fade(0.8)),
    path('M128 86q0-20 20-20H252q20 0 20 20V138a72 17 0 0 1-144 0Z', sheet.round(SEA)),
    line('M128 138a72 17 0 0 0 144 0', LAMP, 2.6),
    line('M142 80V132', '#BFD8D3', 5, fade(0.5)),
    group('translate(200 108) scale(.52)', drop()),
    rect(178, 50, 44, 18, 6, sheet.down(DARK)),
  );
  return sheet;
}

/** 潮汐 滤芯: flat, like a river stone with slots; a second one behind it. */
export function filterTide(): Sheet {
  const sheet = new Sheet();
  const one = (transform: string, ramp: Ramp): string =>
    group(transform, [
      rect(112, 96, 176, 236, 60, '#10201F', 'opacity=".18" transform="translate(7 7)"'),
      rect(112, 96, 176, 236, 60, sheet.face(ramp)),
      rect(120, 104, 160, 220, 54, 'none', `stroke="${ramp[0]}" stroke-width="3" opacity=".8"`),
      path('M164 62H236V100H164Z', sheet.round(STEEL)),
      rect(156, 92, 88, 16, 6, sheet.round(DARK)),
      lines(
        [0, 1, 2, 3, 4, 5].map((i) => `M${150 + i * 20} 132v44`),
        ramp[3],
        7,
        fade(0.35),
      ),
      circle(200, 246, 46, ramp[0]),
      circle(200, 246, 46, 'none', `stroke="${LAMP}" stroke-width="2.400"`),
      group('translate(200 250) scale(.92)', [
        path(
          'M-38 4q6.300-9 12.600 0t12.600 0t12.600 0t12.600 0t12.600 0t12.600 0',
          'none',
          `stroke="${INK}" stroke-width="4" stroke-linecap="round"`,
        ),
        path(
          'M-30 17q6-8 12 0t12 0t12 0t12 0t12 0',
          'none',
          `stroke="${INK}" stroke-width="4" stroke-linecap="round" opacity=".5"`,
        ),
        circle(10, -19, 7, LAMP),
      ]),
      line('M126 190V270', '#FFFFFF', 6, fade(0.7)),
    ]);
  sheet.ground(206, 340, 108);
  return sheet.add(
    one('translate(66 26) rotate(9 200 320) scale(.94)', SKY),
    one('translate(-16 12) rotate(-4 200 320) scale(.98)', WHITE),
  );
}

/** 净水壶滤芯: three short cartridges, stacked two and one. */
export function filterJug(): Sheet {
  const sheet = new Sheet();
  const one = (cx: number, foot: number): string[] => [
    ellipse(cx + 5, foot + 12, 62, 12, '#10201F', fade(0.2)),
    path(
      `M${cx - 44} ${foot - 74}L${cx - 52} ${foot}a52 13 0 0 0 104 0L${cx + 44} ${foot - 74}Z`,
      sheet.round(['#F4F8F8', '#D5E2E4', '#A9BDC1', '#7B9297']),
    ),
    ...[0, 1, 2, 3].map((i) =>
      line(
        `M${cx - 47 - i * 1.2} ${foot - 46 + i * 13}a${47 + i * 1.2} 10 0 0 0 ${94 + i * 2.4} 0`,
        '#5F7A80',
        2.4,
        fade(0.4),
      ),
    ),
    path(`M${cx - 58} ${foot - 84}a58 13 0 0 1 116 0v10a58 13 0 0 1-116 0Z`, sheet.round(SEA)),
    ellipse(cx, foot - 84, 58, 13, '#48706C'),
    ellipse(cx, foot - 85, 42, 8, '#1C3836'),
    ellipse(cx, foot - 85, 30, 5, LAMP_PALE, fade(0.9)),
    line(`M${cx - 42} ${foot - 58}L${cx - 46} ${foot - 8}`, '#FFFFFF', 5, fade(0.85)),
  ];
  sheet.ground(200, 334, 138);
  return sheet.add(...one(200, 196), ...one(124, 314), ...one(276, 314));
}

/** 防尘滤网: a framed mesh, a second leaning on it. */
export function filterDust(): Sheet {
  const sheet = new Sheet();
  const one = (transform: string, frame: Ramp): string => {
    const mesh: string[] = [];
    for (let x = 112; x <= 282; x += 14) mesh.push(`M${x} 128V300`);
    for (let y = 140; y <= 298; y += 14) mesh.push(`M100 ${y}H300`);
    return group(transform, [
      rect(84, 112, 232, 204, 16, '#10201F', 'opacity=".16" transform="translate(7 8)"'),
      rect(84, 112, 232, 204, 16, sheet.face(frame)),
      rect(100, 128, 200, 172, 8, '#D9E4E4'),
      rect(100, 128, 200, 172, 8, sheet.linear('0 0 1 1', '0 #FFFFFF 0.9, 0.5 #C4D3D4 0.6, 1 #8EA4A6 0.8')),
      lines(mesh, '#5B7376', 1.4, fade(0.55)),
      rect(100, 128, 200, 172, 8, 'none', `stroke="${frame[3]}" stroke-width="2" opacity=".6"`),
      path('M284 112h24q8 0 8 8v22Z', LAMP),
      line('M92 124V300', '#FFFFFF', 3, fade(0.5)),
    ]);
  };
  sheet.ground(196, 318, 138);
  return sheet.add(
    one('translate(40 -22) rotate(8 200 220) scale(.92)', STEEL),
    one('translate(-18 24) rotate(-5 200 220) scale(.92)', COAL),
  );
}

/** 锥形滤纸: a box with a window, cones fanning out of it. */
export function paperCone(box: Ramp, sheets: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 128);
  const fan = [-20, -7, 7, 20].map((angle, i) =>
    group(`rotate(${angle} 200 250)`, [
      path(
        'M112 84Q200 52 288 84L212 254H188Z',
        sheet.linear('0 0 1 0.4', `0 ${sheets[0]}, 0.6 ${sheets[1]}, 1 ${sheets[2]}`),
      ),
      path('M112 84Q200 52 288 84', 'none', `stroke="${sheets[3]}" stroke-width="1.600" opacity=".5"`),
      line('M281 88L210 250', sheets[3], 2, fade(0.55)),
      ...(i === 3
        ? [lines(['M132 96L184 236', 'M166 84L196 236', 'M204 80L204 236'], sheets[3], 1, fade(0.35))]
        : []),
    ]),
  );
  sheet.add(
    group('translate(0 6)', fan),
    path('M84 210H316V330q0 10-10 10H94q-10 0-10-10Z', sheet.face(box)),
    path('M84 210H316V222H84Z', box[3], fade(0.35)),
    path('M266 210H316V330q0 10-10 10H276Z', box[3], fade(0.22)),
    rect(122, 238, 156, 78, 6, '#FBF6EC'),
    group('translate(200 270) scale(.66)', [
      path('M-44-32Q0-46 44-32L10 36H-10Z', LAMP_PALE),
      path('M-44-32Q0-46 44-32Q0-20-44-32Z', LAMP),
      lines(['M-22-22L-4 30', 'M22-22L4 30', 'M0-24V30'], '#A9742F', 2.2, fade(0.6)),
    ]),
    group('translate(200 302)', [words(40)[0]!]),
    line('M90 222V328', '#FFFFFF', 3, fade(0.5)),
  );
  return sheet;
}

/** 蛋糕滤纸: a nest of pleated cups. */
export function paperWave(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 326, 132);
  const layer = (y: number): string[] => {
    const teeth = Array.from(
      { length: 21 },
      (_, i) =>
        `${i ? 'Q' : 'M'}${i ? `${70 + i * 13 - 6.5} ${y - (i % 2 ? 15 : 3)} ` : ''}${70 + i * 13} ${y}`,
    ).join('');
    const pleats = Array.from(
      { length: 20 },
      (_, i) => `M${76 + i * 13} ${y + 2}L${112 + i * 9.3} ${y + 124}`,
    );
    return [
      path(`${teeth}L294 ${y + 128}Q200 ${y + 152} 106 ${y + 128}Z`, sheet.round(PAPER)),
      lines(pleats, '#A99C86', 2, fade(0.4)),
    ];
  };
  sheet.add(
    ellipse(200, 120, 130, 26, '#D8CDB9'),
    ellipse(200, 122, 112, 18, '#BBAE97', fade(0.7)),
    ...layer(112),
    ...layer(146),
    ...layer(180),
    line('M92 196L124 298', '#FFFFFF', 6, fade(0.9)),
    path('M106 306Q200 332 294 306L292 322Q200 346 108 322Z', sheet.round(KRAFT)),
  );
  return sheet;
}

/** 粉碗滤纸: a little round tin of discs, three spread before it, and tweezers. */
export function paperPuck(): Sheet {
  const sheet = new Sheet();
  const disc = (cx: number, cy: number): string[] => [
    ellipse(cx + 5, cy + 7, 58, 21, '#10201F', fade(0.2)),
    ellipse(cx, cy + 3, 58, 21, '#A99C86'),
    ellipse(cx, cy, 58, 21, sheet.linear('0 0 1 1', '0 #FFFFFF, 0.6 #F6F0E4, 1 #E3D8C5')),
    ellipse(
      cx,
      cy,
      46,
      15.5,
      'none',
      'stroke="#C3B69E" stroke-width="1.600" stroke-dasharray="1 6" stroke-linecap="round"',
    ),
  ];
  sheet.ground(200, 330, 132);
  return sheet.add(
    path('M128 126V262a86 24 0 0 0 172 0V126Z', sheet.round(STEEL)),
    path('M128 152V242a86 24 0 0 0 172 0V152a86 24 0 0 1-172 0Z', sheet.round(SEA)),
    line('M128 152a86 24 0 0 0 172 0M128 242a86 24 0 0 0 172 0', LAMP, 2.2),
    group('translate(208 216) scale(.8)', island('#F6F3EA')),
    ellipse(214, 126, 86, 24, '#EDF1EF'),
    ellipse(214, 127, 77, 20, '#7B8683'),
    path('M140 112V126a74 19 0 0 0 148 0V112Z', '#D8CDB9'),
    lines(['M140 117a74 19 0 0 0 148 0', 'M140 122a74 19 0 0 0 148 0'], '#A99C86', 1.4, fade(0.6)),
    ellipse(214, 112, 74, 19, sheet.linear('0 0 1 1', '0 #FFFFFF, 1 #EFE6D6')),
    line('M144 170V246', '#BFD8D3', 5, fade(0.5)),
    ...disc(128, 306),
    ...disc(206, 322),
    line('M262 328L338 214', '#69726F', 4.4),
    line('M254 320L338 214', '#C3CAC8', 4.4),
    circle(338, 213, 5, STEEL[2]),
  );
}

/** A care bottle: `tall` has a handle, the other a flip top. */
export function careBottle(ramp: Ramp, label: Ramp, motif: string[], tall: boolean): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 342, tall ? 100 : 82);
  if (tall) {
    sheet.add(
      path(
        'M118 152Q118 122 148 118H214Q252 118 270 144Q286 168 286 200V324Q286 342 268 342H136Q118 342 118 324Z',
        sheet.round(ramp),
      ),
      path(
        'M226 146Q258 150 258 190V228Q258 236 250 236H246Q238 236 238 228V190Q238 168 222 162Q214 150 226 146Z',
        '#10201F',
        fade(0.35),
      ),
      path('M226 146Q258 150 258 190V228', 'none', `stroke="${ramp[0]}" stroke-width="2" opacity=".7"`),
      rect(132, 240, 140, 82, 6, sheet.round(label)),
      group('translate(176 280) scale(.62)', motif),
      group('translate(236 274)', words(36, '#FBF6EC')),
    );
  } else {
    sheet.add(
      path(
        'M132 176Q132 132 172 126H228Q268 132 268 176V322Q268 342 248 342H152Q132 342 132 322Z',
        sheet.round(ramp),
      ),
      rect(132, 194, 136, 112, 0, sheet.round(label)),
      group('translate(200 240) scale(.86)', motif),
      group('translate(200 288)', [words(40, '#FBF6EC')[0]!]),
    );
  }
  const capX = tall ? 152 : 168;
  sheet.add(
    path(`M${capX} 66q0-10 10-10h44q10 0 10 10v56H${capX}Z`, sheet.round(DARK)),
    lines(
      [0, 1, 2, 3, 4, 5].map((i) => `M${capX + 9 + i * 9} 66v50`),
      '#0C1413',
      2.4,
      fade(0.6),
    ),
    line(`M${capX + 6} 60h50`, '#97A29F', 2, fade(0.8)),
    rect(capX - 4, 112, 72, 12, 4, sheet.round(STEEL)),
    line(tall ? 'M134 168V230' : 'M147 178V188', '#FFFFFF', 5, fade(0.8)),
    line(tall ? 'M134 328V332' : 'M147 206V296', '#FFFFFF', 4, fade(0.35)),
  );
  return sheet;
}

/** 清洁药片: a paper tube, its lid off, two tablets before it. */
export function tablets(): Sheet {
  const sheet = new Sheet();
  const pill = (cx: number, cy: number): string[] => [
    ellipse(cx + 3, cy + 14, 36, 12, '#10201F', fade(0.2)),
    path(`M${cx - 34} ${cy}V${cy + 12}a34 12 0 0 0 68 0V${cy}Z`, sheet.round(WHITE)),
    ellipse(cx, cy, 34, 12, '#FFFFFF'),
    ellipse(cx, cy, 26, 8.5, 'none', 'stroke="#CFC7B8" stroke-width="1.600"'),
    line(`M${cx - 16} ${cy + 4}L${cx + 16} ${cy - 4}`, '#BDB4A3', 2.4),
  ];
  sheet.ground(192, 336, 128);
  sheet.add(
    path('M102 92V316a62 15 0 0 0 124 0V92Z', sheet.round(SKY)),
    path('M102 150V258a62 15 0 0 0 124 0V150a62 15 0 0 1-124 0Z', '#FBF6EC'),
    path('M184 162Q226 158 226 150V258Q226 268 190 271Q198 216 184 162Z', '#BBAE97', fade(0.35)),
    group('translate(160 214) scale(.8)', [
      circle(0, -4, 28, 'none', `stroke="${INK}" stroke-width="4"`),
      path('M-28-4a28 28 0 0 0 56 0q-14-9-28 0t-28 0Z', '#64889A'),
      circle(-6, -16, 5, LAMP),
      circle(9, -9, 3.4, LAMP),
    ]),
    ellipse(164, 92, 62, 15, '#F3F0E8'),
    ellipse(164, 93, 54, 11.5, '#6F8D98'),
    path('M128 96V84a36 10 0 0 1 72 0V96a54 11.500 0 0 1-72 0Z', sheet.round(WHITE)),
    ellipse(164, 84, 36, 10, '#FFFFFF'),
    line('M118 166V250', '#FFFFFF', 5, fade(0.9)),
    ...pill(270, 286),
    ...pill(304, 314),
  );
  return sheet;
}

/** 清洁套装: a canvas roll laid open with its tools standing in the pockets. */
export function careKit(): Sheet {
  const sheet = new Sheet();
  const canvas: Ramp = ['#8FA39C', '#6B827B', '#4C625C', '#33453F'];
  sheet.ground(200, 334, 152);
  sheet.add(
    path('M64 120Q200 108 336 120V318Q336 330 324 330H76Q64 330 64 318Z', sheet.face(canvas)),
    path('M64 120Q200 108 336 120V134Q200 122 64 134Z', canvas[3], fade(0.4)),
    // Brush, bristle brush, needle, cloths, blind basket.
    rect(92, 92, 15, 150, 7, sheet.round(WOOD)),
    path('M84 58h31v38H84Z', sheet.round(DARK)),
    lines(
      [0, 1, 2, 3, 4].map((i) => `M${88 + i * 6} 54v12`),
      '#1B2221',
      4,
    ),
    path('M136 150Q134 118 142 106L150 76Q158 64 166 76L172 106Q180 118 178 150Z', sheet.round(WOOD)),
    path('M150 78L144 56H172L166 78Z', sheet.round(['#F6E7CC', '#DDC394', '#B59560', '#856A3C'])),
    line('M204 236V98', '#8A9592', 5),
    line('M202.500 236V98', '#F3F6F5', 1.6),
    circle(204, 92, 10, 'none', 'stroke="#8A9592" stroke-width="5"'),
    path('M234 92h62v60h-62Z', sheet.face(['#FBE9CB', '#EFCB8E', '#CFA35F', '#9B7638'])),
    path('M244 104h62v50h-62Z', sheet.face(PAPER)),
    lines(['M250 114h50', 'M250 124h50'], LAMP, 2, fade(0.7)),
    path(
      'M64 196Q200 186 336 196V318Q336 330 324 330H76Q64 330 64 318Z',
      sheet.face(['#A3B5AE', '#7C938C', '#5A716B', '#3D514B']),
    ),
    `<path d="M66 204Q200 194 334 204M124 198V326M188 196V326M222 196V326" stroke="#EDE7D8" stroke-width="1.800" stroke-dasharray="5 5" opacity=".7"/>`,
    ellipse(278, 268, 42, 15, '#10201F', fade(0.25)),
    path('M238 246v12a40 14 0 0 0 80 0v-12Z', sheet.round(COAL)),
    ellipse(278, 246, 40, 14, '#59645F'),
    ellipse(278, 247, 32, 10, '#1D2524'),
    group('translate(156 270) scale(.6)', leaf('#F0EBDD').slice(0, 1)),
    path('M64 210q-18 6-16 30', 'none', `stroke="${WOOD[1]}" stroke-width="7" stroke-linecap="round"`),
  );
  return sheet;
}

/** 镜头清洁: a rubber blower, a lens pen, a folded cloth. */
export function lensKit(): Sheet {
  const sheet = new Sheet();
  sheet.ground(196, 332, 142);
  sheet.add(
    path('M236 300L330 262L346 306L252 338Z', sheet.face(['#F9E3BD', '#E6B76C', '#C08C43', '#8E6429'])),
    path('M236 300L330 262L334 273L240 311Z', '#FFFFFF', fade(0.35)),
    lines(['M262 312L336 284', 'M258 302L326 276'], '#8E6429', 1.4, fade(0.4)),
    path(
      'M136 146Q84 172 84 246Q84 332 152 332T220 246Q220 172 168 146Z',
      sheet.radial('0.34 0.36 0.8', '0 #7FA39E, 0.4 #305250, 1 #0F2221'),
    ),
    line('M104 236Q106 196 130 172', '#DCEBE8', 8, fade(0.5)),
    lines(['M88 262Q152 284 216 262', 'M94 284Q152 304 210 284'], '#0F2221', 2.4, fade(0.4)),
    path('M132 146H172L166 118H138Z', sheet.round(DARK)),
    path('M142 118H162L157 56H147Z', sheet.round(STEEL)),
    path(
      'M232 316a20 20 0 0 1-14-18L262 92a12 12 0 0 1 24 5L246 306a20 20 0 0 1-14 10Z',
      '#10201F',
      'opacity=".18" transform="translate(6 5)"',
    ),
    group('rotate(12 256 200)', [
      rect(244, 84, 26, 220, 12, sheet.round(COAL)),
      rect(244, 146, 26, 14, 2, sheet.round(STEEL)),
      rect(242, 220, 30, 60, 6, sheet.round(SEA)),
      path('M247 90q10-16 20 0v-14q-10-20-20 0Z', sheet.round(['#F6E7CC', '#DDC394', '#B59560', '#856A3C'])),
      line('M250 170V212', '#FFFFFF', 3, fade(0.6)),
      circle(257, 250, 5, LAMP),
    ]),
  );
  return sheet;
}

/** 减震脚垫: four rubber feet with steel middles. */
export function feet(): Sheet {
  const sheet = new Sheet();
  const foot = (cx: number, cy: number, k: number): string[] => [
    ellipse(cx + 6 * k, cy + 42 * k, 76 * k, 17 * k, '#10201F', fade(0.24)),
    path(
      `M${cx - 58 * k} ${cy}L${cx - 70 * k} ${cy + 34 * k}a70 ${17} 0 0 0 ${140 * k} 0L${cx + 58 * k} ${cy}Z`.replace(
        'a70',
        `a${70 * k}`,
      ),
      sheet.round(COAL),
    ),
    line(
      `M${cx - 66 * k} ${cy + 20 * k}a${66 * k} ${16 * k} 0 0 0 ${132 * k} 0`,
      '#0C1413',
      3 * k,
      fade(0.6),
    ),
    ellipse(cx, cy, 58 * k, 18 * k, '#6A7472'),
    ellipse(cx, cy + 1, 44 * k, 13 * k, sheet.linear('0 0 1 1', '0 #FFFFFF, 1 #8A9592')),
    ellipse(cx, cy + 1, 12 * k, 3.8 * k, '#323B3A'),
    line(`M${cx - 56 * k} ${cy + 10 * k}l${-6 * k} ${18 * k}`, '#FFFFFF', 4 * k, fade(0.45)),
  ];
  return sheet
    .ground(200, 326, 146)
    .add(...foot(136, 146, 0.82), ...foot(276, 158, 0.86), ...foot(120, 262, 0.96), ...foot(272, 276, 1));
}
