/** Filters: for the water of a machine, and for the air of a projector. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, INK, LAMP, LAMP_PALE, SEA, SKY, STEEL, WHITE } from './materials.js';
import { drop, words } from './motifs.js';

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
