/** Grinders: two with hoppers, one for single doses, two to turn by hand. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, LAMP, SEA, STEEL, WOOD } from './materials.js';
import { bean } from './motifs.js';
import { litButton } from './parts.js';

/** A clear hopper, wider at its mouth, half full of beans. */
function hopper(sheet: Sheet, cx: number, y: number, mouth: number, foot: number, h: number): string[] {
  const d = `M${cx - mouth} ${y}H${cx + mouth}L${cx + foot} ${y + h}H${cx - foot}Z`;
  const glass = sheet.linear('0 0 1 0', '0 #B9C7C4 0.75, 0.25 #FFFFFF 0.65, 0.7 #D7E1DE 0.6, 1 #7F908D 0.8');
  const clip = sheet.clip(d);
  const beans: string[] = [];
  for (let row = 0; row < 3; row += 1)
    for (let column = 0; column < 6; column += 1)
      beans.push(
        bean(
          cx - mouth + 12 + column * (mouth / 3) + (row % 2) * 9,
          y + h * 0.52 + row * 15,
          9,
          column * 47 + row * 31,
          (row + column) % 2 ? '#7D5228' : '#64401F',
        ),
      );
  return [
    path(d, glass),
    `<g clip-path="${clip}">${rect(cx - mouth, y + h * 0.5, mouth * 2, h, 0, '#4A2D15')}${beans.join('')}</g>`,
    line(`M${cx - mouth + 10} ${y + 6}L${cx - foot + 8} ${y + h - 8}`, '#FFFFFF', 4, fade(0.75)),
    line(`M${cx + mouth - 8} ${y + 6}L${cx + foot - 5} ${y + h - 8}`, '#FFFFFF', 1.8, fade(0.45)),
    rect(cx - mouth - 6, y - 11, mouth * 2 + 12, 13, 6, sheet.down(DARK)),
    line(`M${cx - mouth} ${y - 8}H${cx + mouth}`, '#9AA5A2', 1.6),
  ];
}

/** G1: a soft tower to stand beside 屿一. */
export function gOne(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 342, 84);
  sheet.add(...hopper(sheet, 200, 66, 62, 44, 72));
  sheet.add(
    rect(146, 138, 108, 20, 8, sheet.round(DARK)),
    lines(
      Array.from({ length: 15 }, (_, index) => `M${151 + index * 7} 142v12`),
      '#66716E',
      1.8,
    ),
    path('M140 176q0-20 20-20h80q20 0 20 20V252H140Z', sheet.face(ramp)),
    path('M236 156h4q20 0 20 20v76h-24Z', ramp[3], fade(0.35)),
    line('M147 178q1-14 14-15', '#FFFFFF', 3.4, fade(0.7)),
    path('M146 252H254V322H146Z', ramp[3], fade(0.85)),
    path('M146 252H254V274H146Z', '#000000', fade(0.3)),
    rect(134, 318, 132, 25, 9, sheet.down(DARK)),
    line('M144 320H256', '#97A29F', 1.6, fade(0.9)),
    path('M186 250H214L210 264H190Z', '#5F6967'),
    path('M168 272H232L228 320H172Z', sheet.round(STEEL)),
    ellipse(200, 272, 32, 5.5, '#EDF1EF'),
    ellipse(200, 272.6, 27, 4, '#5B3A1D'),
    line('M178 282L180 312', '#FFFFFF', 3, fade(0.8)),
    path('M184 208q16-12 32 0Z', ramp[3], fade(0.5)),
    line('M179 208.500H221', ramp[3], 2, fade(0.5)),
    circle(200, 195, 4.4, LAMP),
    ...litButton(sheet, 200, 232, 7),
  );
  return sheet;
}

/** G2: heavier, with a fork for the filter holder and a dial on its face. */
export function gTwo(): Sheet {
  const sheet = new Sheet();
  const ramp = COAL;
  sheet.ground(204, 342, 98);
  sheet.add(...hopper(sheet, 204, 64, 70, 40, 62));
  sheet.add(
    rect(140, 126, 128, 26, 6, sheet.round(STEEL)),
    lines(
      Array.from({ length: 20 }, (_, index) => `M${146 + index * 6.2} 130v7`),
      '#5F6967',
      1.4,
    ),
    line('M204 140v9', LAMP, 3),
    path('M132 152H276L284 330H124Z', sheet.face(ramp)),
    path('M246 152H276L284 330H254Z', ramp[3], fade(0.5)),
    line('M141 160L134 318', '#FFFFFF', 2.6, fade(0.35)),
    circle(204, 192, 26, sheet.face(STEEL)),
    circle(204, 192, 21, '#1B2423'),
    path('M204 192V175a17 17 0 0 1 15 25Z', LAMP),
    circle(204, 192, 5, '#EDF1EF'),
    path('M188 226H228L222 246H194Z', '#4F5957'),
    path('M158 256h20v26h52v-26h20v38H158Z', '#0F1514', fade(0.7)),
    rect(166, 262, 76, 16, 5, sheet.round(STEEL)),
    path('M120 262H168V276H120q-6-7 0-14Z', sheet.down(WOOD)),
    line('M122 265H162', '#F0CDA0', 1.8, fade(0.7)),
    path('M178 262q26-16 52 0Z', '#5B3A1D'),
    path('M178 278H230L222 290H186Z', sheet.down(DARK)),
    path('M112 324H296q6 0 6 9t-8 9H114q-8 0-8-9t6-9Z', sheet.down(DARK)),
    line('M116 326H292', '#97A29F', 1.6, fade(0.9)),
  );
  return sheet;
}

/** G3: a leaning barrel of aluminium on a wooden foot, no hopper at all. */
export function gThree(): Sheet {
  const sheet = new Sheet();
  sheet.ground(204, 342, 104);
  sheet.add(
    rect(120, 316, 172, 26, 10, sheet.down(WOOD)),
    line('M130 319H282', '#F0CDA0', 2, fade(0.7)),
    rect(216, 176, 36, 144, 8, sheet.round(STEEL)),
    group('rotate(-16 196 170)', [
      path(
        'M140 108H252V226q0 18-18 18H158q-18 0-18-18Z',
        sheet.round(['#F8FAF9', '#D2D9D6', '#A3ACA9', '#737D7A']),
      ),
      rect(132, 142, 128, 34, 9, sheet.round(SEA)),
      lines(
        Array.from({ length: 19 }, (_, index) => `M${138 + index * 6.4} 146v7`),
        '#0F2221',
        1.4,
        fade(0.7),
      ),
      line('M166 158v12', LAMP, 3.4),
      path('M150 78H242L252 108H140Z', sheet.round(WOOD)),
      ellipse(196, 78, 46, 9, '#CF9C66'),
      ellipse(196, 78, 36, 6, '#5C3B1D'),
      line('M152 184V228', '#FFFFFF', 4, fade(0.8)),
      path('M180 244H214L208 262H186Z', sheet.round(DARK)),
    ]),
    path('M158 268H222L216 316H164Z', sheet.round(STEEL)),
    ellipse(190, 268, 32, 6, '#EDF1EF'),
    ellipse(190, 268.8, 27, 4.4, '#5B3A1D'),
    line('M168 280L171 308', '#FFFFFF', 3, fade(0.8)),
    circle(266, 329, 7, sheet.face(STEEL)),
    circle(266, 329, 3, LAMP),
  );
  return sheet;
}

/** H1 and H2: a barrel, a crank and its knob. */
export function handGrinder(ramp: Ramp, grip: Ramp, wide: boolean): Sheet {
  const sheet = new Sheet();
  const half = wide ? 48 : 36;
  const cx = 182;
  const top = wide ? 136 : 122;
  sheet.ground(cx, 340, half + 22);
  const ring = half * 0.22;
  sheet.add(
    path(`M${cx - half} ${top}V328a${half} ${ring} 0 0 0 ${half * 2} 0V${top}Z`, sheet.round(ramp)),
    path(
      `M${cx - half - 2} 196V258a${half + 2} ${ring} 0 0 0 ${half * 2 + 4} 0V196a${half + 2} ${ring} 0 0 1-${half * 2 + 4} 0Z`,
      sheet.round(grip),
    ),
  );
  const grooves = Array.from(
    { length: 6 },
    (_, index) => `M${cx - half - 1} ${204 + index * 10}a${half + 1} ${ring} 0 0 0 ${half * 2 + 2} 0`,
  );
  sheet.add(
    lines(grooves, grip[3], 2, fade(0.45)),
    line(`M${cx - half} 286a${half} ${ring} 0 0 0 ${half * 2} 0`, ramp[3], 2, fade(0.6)),
    line(`M${cx - half} 288.500a${half} ${ring} 0 0 0 ${half * 2} 0`, '#FFFFFF', 1.4, fade(0.5)),
    path(
      `M${cx - half} ${top}a${half} ${ring} 0 0 1 ${half * 2} 0V${top + 14}a${half} ${ring} 0 0 1-${half * 2} 0Z`,
      sheet.round(STEEL),
    ),
    ellipse(cx, top, half, ring, sheet.linear('0 0 1 1', '0 #FFFFFF, 1 #A3ACA9')),
    ellipse(cx, top, half * 0.78, ring * 0.72, ramp[2], fade(0.7)),
    line(`M${cx - half + 9} ${top + 26}V320`, '#FFFFFF', 4, fade(0.5)),
  );
  if (wide) sheet.add(rect(cx - 46, 306, 92, 8, 3, LAMP, fade(0.9)));
  sheet.add(
    rect(cx - 7, top - 34, 14, 36, 4, sheet.round(STEEL)),
    line(`M${cx} ${top - 30}L${cx + 112} ${top - 52}`, '#69726F', 11),
    line(`M${cx} ${top - 31.5}L${cx + 112} ${top - 53.5}`, '#E3E9E7', 5),
    circle(cx, top - 31, 10, sheet.face(STEEL)),
    circle(cx, top - 31, 4, '#5F6967'),
    rect(cx + 106, top - 58, 12, 16, 3, '#69726F'),
    path(`M${cx + 92} ${top - 66}q-6-34 20-34t20 34q-2 12-20 12t-20-12Z`, sheet.face(WOOD)),
    path(
      `M${cx + 99} ${top - 70}q-3-18 8-23`,
      'none',
      'stroke="#F0CDA0" stroke-width="4" stroke-linecap="round" opacity=".8"',
    ),
  );
  return sheet;
}
