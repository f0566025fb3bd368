/** Cups. Each has a shape of its own, so that a colour is not the only difference. */
import { circle, ellipse, fade, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { DARK, INK, LAMP, SKY, STEEL, WOOD } from './materials.js';
import { steam } from './parts.js';

/** 海平线: straight, with the line that says when to stop pouring. */
export function mug(ramp: Ramp, below: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(186, 336, 112);
  sheet.add(
    line('M270 178Q346 170 344 236T266 290', ramp[3], 25),
    line('M270 176Q344 168 342 234T266 287', ramp[1], 19),
    line('M276 168Q330 164 334 214', '#FFFFFF', 4, fade(0.6)),
    path('M96 124V296Q96 336 138 336H234Q276 336 276 296V124Z', sheet.round(ramp)),
    path('M96 224Q186 246 276 224V296Q276 336 234 336H138Q96 336 96 296Z', sheet.round(below)),
    line('M96 224Q186 246 276 224', LAMP, 3.4),
    path('M150 231q36-26 72 0q-36 7-72 0Z', INK, fade(0.9)),
    circle(186, 205, 7.5, LAMP),
    ellipse(186, 124, 90, 21, ramp[0]),
    ellipse(186, 126, 81, 16.5, '#6B3F1B'),
    ellipse(170, 128, 54, 9, '#9C6532', fade(0.7)),
    line('M114 152V290', '#FFFFFF', 7, fade(0.55)),
    ...steam(186, 108, 52),
  );
  return sheet;
}

/** 礁石: a pair of rough espresso cups on their saucers. */
export function espressoPair(): Sheet {
  const sheet = new Sheet();
  const clay: Ramp = ['#9A948A', '#756F66', '#544F48', '#37332E'];
  const one = (cx: number, foot: number, ramp: Ramp): string[] => [
    ellipse(cx + 4, foot + 5, 74, 12, '#10201F', fade(0.22)),
    ellipse(cx, foot, 72, 15, sheet.face(ramp)),
    ellipse(cx, foot - 3, 72, 14, ramp[1]),
    ellipse(cx, foot - 3, 44, 7, ramp[3], fade(0.5)),
    line(`M${cx + 38} ${foot - 62}q34-2 28 20t-36 20`, ramp[3], 12),
    line(`M${cx + 38} ${foot - 63}q32-2 26 18`, ramp[1], 7),
    path(
      `M${cx - 48} ${foot - 84}H${cx + 48}Q${cx + 46} ${foot - 16} ${cx + 24} ${foot - 4}H${cx - 24}Q${cx - 46} ${foot - 16} ${cx - 48} ${foot - 84}Z`,
      sheet.round(ramp),
    ),
    lines(
      Array.from({ length: 12 }, (_, i) => `M${cx - 36 + ((i * 29) % 72)} ${foot - 70 + ((i * 17) % 54)}h.1`),
      ramp[3],
      3.4,
      fade(0.45),
    ),
    ellipse(cx, foot - 84, 48, 10.5, '#FFFDF8'),
    ellipse(cx, foot - 83, 42, 8, '#6B3F1B'),
    ellipse(cx - 6, foot - 82, 28, 4.6, '#C48E54'),
    line(
      `M${cx - 36} ${foot - 66}Q${cx - 34} ${foot - 30} ${cx - 22} ${foot - 14}`,
      '#FFFFFF',
      4.4,
      fade(0.4),
    ),
  ];
  sheet.ground(160, 326, 84);
  return sheet.add(
    ...one(256, 262, ['#F4EEE3', '#DDD3C2', '#B7AB96', '#8A7E6A']),
    ...one(136, 322, clay),
    ...steam(136, 220, 46),
  );
}

/** 月湾: a bowl-shaped cup with a leaf poured into it, seen more from above. */
export function latteCup(): Sheet {
  const sheet = new Sheet();
  const fadeGlaze = sheet.linear('0 0 0.15 1', '0 #FDF9F2, 0.42 #F2ECE0, 0.62 #A9C2C8, 1 #4F7483');
  sheet.ground(192, 328, 140);
  sheet.add(
    ellipse(192, 306, 138, 30, sheet.face(SKY)),
    ellipse(192, 301, 138, 28, '#C6D8DD'),
    ellipse(192, 301, 86, 15, '#43616F', fade(0.45)),
    line('M290 188Q348 182 338 222T276 250', '#43616F', 17),
    line('M290 186Q346 180 336 219', '#E9E4D8', 11),
    path('M74 160H310Q310 240 252 288Q240 298 222 298H162Q144 298 132 288Q74 240 74 160Z', fadeGlaze),
    path('M262 160H310Q310 240 252 288Q240 298 222 298H196Q260 250 262 160Z', '#2F5060', fade(0.22)),
    ellipse(192, 160, 118, 40, '#FFFDF8'),
    ellipse(192, 163, 107, 34, '#7B4A22'),
    ellipse(192, 164, 99, 30, '#B27A42'),
  );
  // The rosetta: leaves laid one into the next, drawn through by a stem.
  const leaves = [0, 1, 2, 3].map((i) => {
    const w = 52 - i * 11;
    const y = 182 - i * 11;
    return `M192 ${y + 5}Q${192 - w} ${y + 3} ${192 - w * 0.9} ${y - 9}Q${192 - w * 0.4} ${y - 1} 192 ${y - 3}Q${192 + w * 0.4} ${y - 1} ${192 + w * 0.9} ${y - 9}Q${192 + w} ${y + 3} 192 ${y + 5}Z`;
  });
  sheet.add(
    path(leaves.join(''), '#FFF6E6'),
    path('M192 146q-10-11-3-14q3 0 3 4q0-4 3-4q7 3-3 14Z', '#FFF6E6'),
    line('M192 140V188', '#B27A42', 2),
    line('M94 192Q104 240 140 276', '#FFFFFF', 8, fade(0.75)),
  );
  return sheet;
}

/** Two walls of glass with iced milk and coffee between them. */
export function doubleGlass(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 84);
  const outer = 'M112 88H288L276 312Q274 340 246 340H154Q126 340 124 312Z';
  const inner = 'M126 94H274L262 280Q258 314 226 316H174Q142 314 138 280Z';
  const clip = sheet.clip(inner);
  sheet.add(
    path(outer, '#FFFFFF', fade(0.35)),
    `<g clip-path="${clip}">` +
      path(
        'M100 130H300V330H100Z',
        sheet.linear('0 0 0 1', '0 #6B3F1B, 0.28 #9C6532, 0.5 #DDBE98, 0.7 #F7EBDA, 1 #FFF9EF'),
      ) +
      [
        [150, 118, -14],
        [200, 132, 20],
        [226, 112, 8],
      ]
        .map(
          ([x, y, a]) =>
            rect(x! - 22, y!, 44, 42, 9, '#FFFFFF', `opacity=".4" transform="rotate(${a} ${x} ${y! + 20})"`) +
            rect(
              x! - 18,
              y! + 4,
              36,
              34,
              7,
              'none',
              `stroke="#FFFFFF" stroke-width="2" opacity=".8" transform="rotate(${a} ${x} ${y! + 20})"`,
            ),
        )
        .join('') +
      '</g>',
    path(
      outer,
      sheet.linear(
        '0 0 1 0',
        '0 #8FA9A7 0.55, 0.12 #FFFFFF 0.55, 0.3 #FFFFFF 0.05, 0.75 #DCE8E6 0.1, 1 #7E9795 0.6',
      ),
    ),
    path(inner, 'none', 'stroke="#FFFFFF" stroke-width="1.600" opacity=".7"'),
    path(outer, 'none', 'stroke="#7E9795" stroke-width="2" opacity=".55"'),
    ellipse(200, 89, 88, 12, 'none', 'stroke="#F3F8F7" stroke-width="4"'),
    ellipse(200, 89, 88, 12, 'none', 'stroke="#7E9795" stroke-width="1.400" opacity=".6"'),
    line('M134 116L144 290', '#FFFFFF', 7, fade(0.8)),
    line('M270 120L262 250', '#FFFFFF', 3, fade(0.5)),
  );
  return sheet;
}

/** 渡口: a slim bottle with a turning lid and a loop. */
export function tumbler(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(194, 342, 66);
  sheet.add(
    path(
      'M238 96Q290 92 288 140T256 196',
      'none',
      `stroke="${WOOD[3]}" stroke-width="11" stroke-linecap="round"`,
    ),
    path(
      'M238 94Q288 90 286 138T256 193',
      'none',
      `stroke="${WOOD[1]}" stroke-width="7" stroke-linecap="round"`,
    ),
    path('M132 128H256V318Q256 342 232 342H156Q132 342 132 318Z', sheet.round(ramp)),
    path('M132 300H256V318Q256 342 232 342H156Q132 342 132 318Z', sheet.round(STEEL)),
    path('M126 108q0-8 8-8H254q8 0 8 8v24H126Z', sheet.round(STEEL)),
    path('M136 72q0-20 20-20h76q20 0 20 20v30H136Z', sheet.round(DARK)),
    lines(
      ['M148 66V96', 'M162 62V96', 'M178 60V96', 'M210 60V96', 'M226 62V96', 'M240 66V96'],
      '#0C1413',
      2.4,
      fade(0.5),
    ),
    line('M150 58H228', '#97A29F', 2, fade(0.8)),
    line('M148 146V290', '#FFFFFF', 6, fade(0.5)),
    path('M172 226q22-17 44 0Z', ramp[0]),
    line('M164 227H224', ramp[0], 2.6),
    lines(['M178 236H210', 'M186 243H202'], ramp[0], 2.2, fade(0.6)),
    circle(194, 205, 6.5, LAMP),
  );
  return sheet;
}
