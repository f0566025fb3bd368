/** Bean bags, drip boxes and capsules: the label's view and the bag's cut tell the beans apart. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { LAMP, PAPER, STEEL } from './materials.js';
import { bean, words } from './motifs.js';

export interface BagOptions {
  ramp: Ramp;
  motif: string[];
  /** How the bag closes. */
  top: 'fold' | 'tie' | 'zip';
  label: 'card' | 'arch' | 'band' | 'disc' | 'bare';
  /** Ground of the label. */
  ground?: string;
  width?: number;
  height?: number;
  /** A hairline on the label in this colour. */
  accent?: string;
}

interface Body {
  left: number;
  right: number;
  top: number;
  foot: number;
}

/** The bag's outline: nearly straight sides, a little wider at the foot, soft corners below. */
function outline({ left, right, top, foot }: Body): string {
  const flare = (right - left) * 0.045;
  return (
    `M${left} ${top}H${right}Q${right + flare * 0.4} ${(top + foot) / 2} ${right + flare} ${foot - 18}` +
    `Q${right + flare} ${foot} ${right - 8} ${foot}H${left + 8}Q${left - flare} ${foot} ${left - flare} ${foot - 18}` +
    `Q${left - flare * 0.4} ${(top + foot) / 2} ${left} ${top}Z`
  );
}

function bagTop(sheet: Sheet, { left, right, top }: Body, { ramp, top: closing }: BagOptions): string[] {
  const [light, base, shade, deep] = ramp;
  const middle = (left + right) / 2;
  if (closing === 'zip') {
    const d = `M${left + 2} ${top - 40}Q${middle} ${top - 47} ${right - 2} ${top - 40}L${right} ${top + 4}H${left}Z`;
    return [
      path(d, sheet.linear('0 0 1 0.3', `0 ${light}, 0.55 ${base}, 1 ${shade}`)),
      line(`M${left + 4} ${top - 27}Q${middle} ${top - 33} ${right - 4} ${top - 27}`, deep, 1.6, fade(0.45)),
      line(`M${left + 2} ${top - 8}Q${middle} ${top - 13} ${right - 2} ${top - 8}`, light, 2, fade(0.6)),
      line(`M${left + 2} ${top - 4}Q${middle} ${top - 9} ${right - 2} ${top - 4}`, deep, 1.6, fade(0.35)),
      // The notch to tear at.
      path(`M${left + 2} ${top - 20}l5 3l-5 3Z`, deep, fade(0.5)),
    ];
  }
  const bulge = closing === 'tie' ? 4 : 7;
  const d = `M${left - 3} ${top - 34}Q${middle} ${top - 34 - bulge} ${right + 3} ${top - 34}L${right + 1} ${top + 10}Q${middle} ${top + 15} ${left - 1} ${top + 10}Z`;
  const parts = [
    path(d, sheet.linear('0 0 0.9 1', `0 ${base}, 0.5 ${shade}, 1 ${deep}`)),
    path(
      `M${left - 3} ${top - 34}Q${middle} ${top - 34 - bulge} ${right + 3} ${top - 34}L${right + 2} ${top - 25}Q${middle} ${top - 25 - bulge} ${left - 2} ${top - 25}Z`,
      light,
      fade(0.75),
    ),
  ];
  if (closing === 'fold') {
    parts.push(
      `<path d="M${left + 4} ${top - 4}Q${middle} ${top} ${right - 4} ${top - 4}" stroke="${deep}" stroke-width="1.600" stroke-dasharray="4 6" opacity=".6"/>`,
    );
  } else {
    // A tin tie: a flat strip whose ends are bent round the bag.
    parts.push(
      rect(left - 10, top - 16, right - left + 20, 13, 3, sheet.face(PAPER)),
      line(`M${left - 6} ${top - 13}H${right + 4}`, '#FFFFFF', 1.4, fade(0.8)),
      rect(left - 13, top - 17, 8, 15, 3, '#CDBFA6'),
      rect(right + 5, top - 17, 8, 15, 3, '#A99C86'),
    );
  }
  return parts;
}

function labelParts(sheet: Sheet, body: Body, options: BagOptions): string[] {
  const { left, right, top, foot } = body;
  const middle = (left + right) / 2;
  const wide = right - left;
  const tall = foot - top;
  const ground = options.ground ?? '#FBF6EC';
  const accent = options.accent ?? LAMP;
  const view = (y: number, scale: number): string =>
    group(`translate(${middle} ${Math.round(y)}) scale(${scale})`, options.motif);
  const caption = (y: number, ink?: string): string =>
    group(`translate(${middle} ${Math.round(y)})`, words(46, ink));
  if (options.label === 'card') {
    const w = wide * 0.66;
    return [
      rect(middle - w / 2 + 2, top + tall * 0.24 + 3, w, tall * 0.62, 5, '#000000', fade(0.14)),
      rect(middle - w / 2, top + tall * 0.24, w, tall * 0.62, 5, ground),
      view(top + tall * 0.47, w / 112),
      caption(top + tall * 0.74),
    ];
  }
  if (options.label === 'arch') {
    const w = wide * 0.62;
    const y0 = top + tall * 0.22;
    const d = `M${middle - w / 2} ${y0 + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0V${top + tall * 0.86}q0 5-5 5H${middle - w / 2 + 5}q-5 0-5-5Z`;
    return [
      group('translate(2 3)', [path(d, '#000000', fade(0.14))]),
      path(d, ground),
      view(y0 + w * 0.58, w / 118),
      line(`M${middle - w / 2 + 12} ${top + tall * 0.68}H${middle + w / 2 - 12}`, accent, 2),
      caption(top + tall * 0.76),
    ];
  }
  if (options.label === 'band') {
    const skin = sheet.clip(outline(body));
    const y0 = top + tall * 0.3;
    return [
      `<g clip-path="${skin}">${rect(left - 20, y0, wide + 40, tall * 0.44, 0, ground)}${rect(left - 20, y0, wide + 40, 4, 0, accent)}${rect(left - 20, y0 + tall * 0.44 - 4, wide + 40, 4, 0, accent)}</g>`,
      view(y0 + tall * 0.21, (tall * 0.36) / 90),
      caption(top + tall * 0.83, options.ramp[0]),
    ];
  }
  if (options.label === 'disc') {
    const r = wide * 0.35;
    return [
      circle(middle + 2, top + tall * 0.46 + 3, r, '#000000', fade(0.14)),
      circle(middle, top + tall * 0.46, r, ground),
      circle(middle, top + tall * 0.46, r - 5, 'none', `stroke="${accent}" stroke-width="1.800"`),
      view(top + tall * 0.46, (r * 2) / 128),
      caption(top + tall * 0.84, options.ramp[0]),
    ];
  }
  return [view(top + tall * 0.44, wide / 118), caption(top + tall * 0.78, '#EDE7D8')];
}

/** The hero: a gusseted bag with valve, fold lines and a label. */
export function bag(options: BagOptions): Sheet {
  const sheet = new Sheet();
  const width = options.width ?? 188;
  const height = options.height ?? 246;
  const body: Body = { left: 200 - width / 2, right: 200 + width / 2, top: 346 - height, foot: 346 };
  const { left, right, top, foot } = body;
  const [light, , , deep] = options.ramp;
  sheet.ground(200, 344, width * 0.62);
  sheet.add(path(outline(body), sheet.face(options.ramp)));
  const skin = sheet.clip(outline(body));
  // The right gusset in shade, the seam of light at the left, and two soft dents: the bag is full of beans.
  const side = right - width * 0.17;
  sheet.add(
    `<g clip-path="${skin}">` +
      path(
        `M${side} ${top}H${right + 20}V${foot}H${side + 4}Q${side + 14} ${(top + foot) / 2} ${side} ${top}Z`,
        deep,
        fade(0.34),
      ) +
      path(
        `M${left - 20} ${foot - 16}Q200 ${foot - 4} ${right + 20} ${foot - 16}V${foot}H${left - 20}Z`,
        deep,
        fade(0.3),
      ) +
      path(
        `M${left} ${top + 20}Q${left + 26} ${(top + foot) / 2} ${left + 4} ${foot - 24}H${left - 20}V${top + 20}Z`,
        light,
        fade(0.28),
      ) +
      '</g>',
    line(
      `M${left + 8} ${top + 24}Q${left + 3} ${(top + foot) / 2} ${left + 2} ${foot - 40}`,
      light,
      4,
      fade(0.6),
    ),
    ...bagTop(sheet, body, options),
  );
  if (options.label !== 'bare') {
    const valve = top + height * (options.label === 'arch' ? 0.13 : options.label === 'disc' ? 0.095 : 0.145);
    sheet.add(circle(200, valve, 8, deep, fade(0.5)), circle(199.4, valve - 0.8, 7.4, options.ramp[2]));
    sheet.add(
      circle(200, valve, 2.6, deep),
      line(`M194.500 ${valve - 3}a6 6 0 0 1 5-3.600`, light, 1.2, fade(0.7)),
    );
  }
  return sheet.add(...labelParts(sheet, body, options));
}

/** A tin for the rare bean: lid, body, paper wrap. */
export function tin(ramp: Ramp, motif: string[]): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 338, 98);
  const metal = sheet.round(STEEL);
  sheet.add(
    path('M106 118V322a94 20 0 0 0 188 0V118Z', metal),
    path('M106 142V306a94 20 0 0 0 188 0V142a94 20 0 0 1-188 0Z', sheet.round(ramp)),
    line('M106 142a94 20 0 0 0 188 0M106 306a94 20 0 0 0 188 0', LAMP, 2.4),
    path('M102 92a98 22 0 0 1 196 0V118a98 22 0 0 1-196 0Z', metal),
    line('M102 112a98 22 0 0 0 196 0', '#5F6967', 1.6, fade(0.5)),
    ellipse(200, 92, 98, 22, sheet.linear('0 0 1 1', '0 #FDFEFD, 0.5 #D3DAD8, 1 #A3ACA9')),
    ellipse(200, 92, 84, 17, 'none', 'stroke="#FFFFFF" stroke-width="2" opacity=".8"'),
    ellipse(200, 92, 70, 13, 'none', 'stroke="#8A9290" stroke-width="1.400" opacity=".6"'),
    group('translate(200 226) scale(1.150)', motif),
    group('translate(200 300)', words(50, '#FBF6EC')),
    path('M124 150V318', 'none', 'stroke="#FFFFFF" stroke-width="5" stroke-linecap="round" opacity=".28"'),
  );
  return sheet;
}

/** A flat box of drip bags, one of them leaning in front. */
export function dripBox(ramp: Ramp, motif: string[], ground = '#FBF6EC'): Sheet {
  const sheet = new Sheet();
  const [light, , shade, deep] = ramp;
  sheet.ground(196, 342, 142);
  sheet.add(
    path('M66 104L96 78H304L282 104Z', light),
    path('M282 104L304 78V318L282 342Z', shade),
    path('M282 104L304 78V318L282 342Z', deep, fade(0.35)),
    rect(66, 104, 216, 238, 4, sheet.face(ramp)),
    path('M154 104q0 22 20 22t20-22Z', deep, fade(0.55)),
    rect(90, 146, 168, 140, 6, ground),
    group('translate(174 208) scale(1.250)', motif),
    group('translate(174 306)', words(52, light)),
    line('M70 110V332', '#FFFFFF', 3, fade(0.35)),
  );
  // The sachet in front, with its tear line and a filter's ear.
  sheet.add(
    group('rotate(7 290 270)', [
      rect(242, 206, 96, 134, 4, '#000000', 'opacity=".16" transform="translate(4 4)"'),
      rect(242, 206, 96, 134, 4, sheet.face(PAPER)),
      path('M242 210q0-4 4-4h88q4 0 4 4v16h-96Z', ramp[1]),
      `<path d="M244 234H336" stroke="#BBAE97" stroke-width="1.600" stroke-dasharray="4 5"/>`,
      bean(278, 280, 17, -24),
      bean(300, 292, 15, 30),
      lines(['M266 320H314'], '#A79C88', 3.4),
    ]),
  );
  return sheet;
}

/** Cold brew: a soft pouch and a big tea bag on a thread. */
export function coldBrewPouch(ramp: Ramp, motif: string[]): Sheet {
  const sheet = bag({ ramp, motif, top: 'zip', label: 'disc', ground: '#F3F6F2', width: 176, height: 236 });
  return sheet.add(
    line('M262 214Q300 200 306 246', '#BBAE97', 2.4),
    rect(250, 202, 22, 20, 3, LAMP),
    path(
      'M276 258Q306 240 336 258L344 332Q306 348 268 332Z',
      '#000000',
      'opacity=".16" transform="translate(4 4)"',
    ),
    path('M276 258Q306 240 336 258L344 332Q306 348 268 332Z', sheet.face(PAPER)),
    path('M273 288Q306 300 339 288L344 332Q306 348 268 332Z', '#5A3A20', fade(0.82)),
    lines(['M284 262L278 326', 'M306 252V336', 'M328 262L334 326'], '#FFFFFF', 1.4, fade(0.5)),
    rect(294, 244, 24, 10, 3, '#CDBFA6'),
  );
}

/** A paper tube of capsules with three standing before it. */
export function capsules(ramp: Ramp, motif: string[], shells: readonly Ramp[]): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 333, 132);
  sheet.add(
    path('M104 82V318a66 15 0 0 0 132 0V82Z', sheet.round(ramp)),
    path('M104 168V246a66 15 0 0 0 132 0V168a66 15 0 0 1-132 0Z', '#FBF6EC'),
    path('M190 182Q236 178 236 168V246Q236 258 196 260Q206 222 190 182Z', '#BBAE97', fade(0.35)),
    path('M101 70a69 16 0 0 1 138 0V90a69 16 0 0 1-138 0Z', sheet.round(PAPER)),
    ellipse(170, 70, 69, 16, '#FFFDF8'),
    ellipse(170, 70, 56, 11.5, 'none', 'stroke="#CDBFA6" stroke-width="1.400"'),
    group('translate(168 220) scale(.82)', motif),
    line('M118 104V308', '#FFFFFF', 4, fade(0.3)),
  );
  shells.forEach((shell, index) => {
    const x = [244, 316, 278][index]!;
    const y = [306, 310, 336][index]!;
    sheet.add(
      ellipse(x + 3, y + 1, 31, 6, '#10201F', fade(0.2)),
      path(
        `M${x - 21} ${y - 50}Q${x} ${y - 58} ${x + 21} ${y - 50}L${x + 27} ${y - 6}H${x - 27}Z`,
        sheet.round(shell),
      ),
      path(`M${x - 33} ${y - 7}a33 7.500 0 0 1 66 0v3a33 7.500 0 0 1-66 0Z`, sheet.round(STEEL)),
      ellipse(x, y - 51, 20.5, 5, shell[0], fade(0.8)),
      line(`M${x - 15} ${y - 44}L${x - 19} ${y - 16}`, '#FFFFFF', 3, fade(0.5)),
    );
  });
  return sheet;
}
