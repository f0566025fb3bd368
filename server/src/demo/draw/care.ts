/** Care goods: bottles, tablets, tools, feet. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, INK, LAMP, PAPER, SEA, SKY, STEEL, WHITE, WOOD } from './materials.js';
import { leaf, words } from './motifs.js';

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
