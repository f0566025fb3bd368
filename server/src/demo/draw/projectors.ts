/** Projectors: each a different body; the beam shows which way it looks. */
import { circle, ellipse, fade, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, LAMP, SEA, STEEL, WOOD } from './materials.js';

/** Layers of glass: bezel, dark tunnel, amber heart, the window's reflection. */
function lens(sheet: Sheet, cx: number, cy: number, r: number): string[] {
  const glass = sheet.radial(
    '0.36 0.32 0.8',
    '0 #FFF0D0, 0.16 #E3AC58, 0.42 #5A4329, 0.72 #16201F, 1 #070C0C',
  );
  const bezel = sheet.linear('0 0 1 1', '0 #FFFFFF, 0.4 #AEB7B4, 1 #4F5957');
  return [
    circle(cx + 2, cy + 3, r * 1.04, '#000000', fade(0.25)),
    circle(cx, cy, r, bezel),
    circle(cx, cy, r * 0.92, '#0E1716'),
    circle(cx, cy, r * 0.84, 'none', 'stroke="#47524F" stroke-width="2"'),
    circle(cx, cy, r * 0.72, glass),
    circle(cx, cy, r * 0.72, 'none', 'stroke="#F2CE92" stroke-width="1.400" opacity=".45"'),
    circle(cx, cy, r * 0.42, 'none', 'stroke="#FFE9C4" stroke-width="1" opacity=".25"'),
    ellipse(
      cx - r * 0.28,
      cy - r * 0.32,
      r * 0.2,
      r * 0.12,
      '#FFFFFF',
      `opacity=".75" transform="rotate(-35 ${cx - r * 0.28} ${cy - r * 0.32})"`,
    ),
    circle(cx + r * 0.3, cy + r * 0.32, r * 0.1, LAMP, fade(0.55)),
  ];
}

/** Light thrown into the room; `along` says from where it fades. */
function beam(sheet: Sheet, d: string, along: string): string {
  return path(d, sheet.linear(along, '0 #F8DDA8 0.85, 0.6 #F8DDA8 0.28, 1 #F8DDA8 0'));
}

function slots(x: number, count: number, step: number, cy: number, half: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const ease = half - Math.abs(index - (count - 1) / 2) * 1.6;
    return `M${x + index * step} ${cy - ease}V${cy + ease}`;
  });
}

/** 影屿 P2: the hero. A soft cube with one big eye. */
export function pTwo(): Sheet {
  const sheet = new Sheet();
  sheet.add(beam(sheet, 'M152 176L48 92V330L152 262Z', '1 0 0 0'));
  sheet.ground(226, 332, 122);
  sheet.add(
    path('M134 318H318q10 0 10 9H124q0-9 10-9Z', sheet.down(DARK)),
    // The right side turns away from the light.
    path(
      'M300 104Q346 106 346 160V268Q346 318 300 320Z',
      sheet.linear('0 0 1 0', '0 #1C3836, 0.7 #10201F, 1 #2C4644'),
    ),
    rect(112, 98, 220, 222, 50, sheet.face(SEA)),
    path(
      'M112 262V270Q112 320 162 320H282Q332 320 332 270V256Q332 304 282 304H162Q112 304 112 262Z',
      '#0F2221',
      fade(0.45),
    ),
    path(
      'M122 156Q124 108 166 106H276',
      'none',
      'stroke="#BFD8D3" stroke-width="4" stroke-linecap="round" opacity=".6"',
    ),
    lines(slots(258, 7, 10, 209, 76), '#0D1C1B', 4.4, fade(0.75)),
    lines(slots(259.5, 7, 10, 209, 75), '#7FA39E', 1, fade(0.5)),
  );
  sheet.add(...lens(sheet, 182, 212, 60));
  sheet.add(
    circle(232, 132, 6, '#0D1716'),
    circle(230.6, 130.4, 2.2, '#8FC4E6'),
    circle(214, 128, 3, '#0D1716'),
  );
  sheet.add(circle(140, 292, 3.4, LAMP), path('M338 190q12 4 12 16t-12 16Z', sheet.face(STEEL)));
  sheet.add(
    path('M170 98q52-16 104 0Z', '#10201F', fade(0.6)),
    line('M182 95q40-8 80 0', '#7FA39E', 1.6, fade(0.7)),
  );
  return sheet;
}

/** 影屿 P2 Pro: the same family in pale grey, held in a turning yoke. */
export function pTwoPro(): Sheet {
  const sheet = new Sheet();
  const body: Ramp = ['#F7F8F6', '#D8DDDA', '#AEB7B3', '#808A86'];
  sheet.add(beam(sheet, 'M160 150L48 54V276L150 226Z', '1 0.1 0 0'));
  sheet.ground(214, 340, 110);
  sheet.add(
    ellipse(214, 328, 86, 17, sheet.down(COAL)),
    ellipse(214, 322, 86, 16, '#5A6462'),
    ellipse(214, 321, 74, 12, '#39423F'),
    path('M196 286h36v34h-36Z', sheet.round(STEEL)),
    path(
      'M96 190Q96 306 214 306T332 190H310Q308 284 214 284T118 190Z',
      sheet.linear('0 0 1 0', '0 #8A9592, 0.25 #F3F6F5, 0.55 #A7B0AD, 1 #5C6663'),
    ),
  );
  sheet.add(
    '<g transform="rotate(-7 214 180)">',
    path('M292 84Q330 88 330 132V226Q330 272 292 276Z', sheet.linear('0 0 1 0', '0 #8C9692, 1 #626C69')),
    rect(116, 80, 196, 196, 46, sheet.face(body)),
    path(
      'M116 222V230Q116 276 162 276H266Q312 276 312 230V218Q312 262 266 262H162Q116 262 116 222Z',
      '#5F6A66',
      fade(0.35),
    ),
    line('M126 132Q128 90 164 88H262', '#FFFFFF', 4, fade(0.95)),
    lines(slots(262, 5, 9, 178, 56), '#56605D', 4, fade(0.75)),
    ...lens(sheet, 188, 180, 56),
    circle(238, 110, 5, '#16201F'),
    circle(237, 109, 1.8, '#8FC4E6'),
    circle(252, 114, 2.6, '#16201F'),
    '</g>',
    circle(107, 190, 17, sheet.face(STEEL)),
    circle(107, 190, 8, '#69726F'),
    circle(321, 190, 17, sheet.face(STEEL)),
    circle(321, 190, 8, LAMP),
  );
  return sheet;
}

/** 影屿 P1: low and oval, a leather handle over it, the eye at the left end. */
export function pOne(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.add(beam(sheet, 'M104 206L46 148V314L104 268Z', '1 0 0 0'));
  sheet.ground(214, 324, 132);
  sheet.add(
    line('M132 160Q134 82 214 82T296 160', '#5C3B1D', 17),
    line('M132 158Q134 80 214 80T296 158', sheet.linear('0 0 1 1', '0 #CF9C66, 0.6 #A97444, 1 #6F4725'), 13),
    line('M139 140Q148 86 214 85', '#F0CDA0', 2, fade(0.7)),
    circle(132, 162, 9, sheet.face(STEEL)),
    circle(296, 162, 9, sheet.face(STEEL)),
    rect(130, 306, 30, 16, 5, DARK[1]),
    rect(276, 306, 30, 16, 5, DARK[1]),
  );
  sheet.add(
    rect(84, 150, 262, 162, 72, sheet.face(ramp)),
    path(
      'M84 238Q86 312 156 312H274Q344 312 346 238Q338 296 274 296H156Q92 296 84 238Z',
      ramp[3],
      fade(0.42),
    ),
    path(
      'M98 214Q104 160 158 158H270',
      'none',
      `stroke="#FFFFFF" stroke-width="4" stroke-linecap="round" opacity=".75"`,
    ),
    // A band of cloth over the speaker.
    path('M222 150H274Q346 150 346 222V240Q346 312 274 312H222Z', ramp[3], fade(0.28)),
  );
  const dots: string[] = [];
  for (let row = 0; row < 7; row += 1)
    for (let column = 0; column < 6; column += 1)
      dots.push(`M${244 + column * 14 + (row % 2) * 7} ${186 + row * 15}h.1`);
  sheet.add(lines(dots, ramp[3], 5, fade(0.75)));
  sheet.add(...lens(sheet, 158, 232, 56));
  sheet.add(
    circle(216, 174, 4, '#16201F'),
    circle(214.8, 172.8, 1.6, '#8FC4E6'),
    circle(214, 288, 3.4, LAMP),
  );
  return sheet;
}

/** 影屿 mini: a can on its foot, the eye high up, the lower half a speaker. */
export function pMini(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.add(beam(sheet, 'M158 132L46 60V236L158 190Z', '1 0 0 0'));
  sheet.ground(208, 340, 88);
  sheet.add(
    path('M132 92V320a76 18 0 0 0 152 0V92Z', sheet.round(ramp)),
    path('M132 226V308a76 18 0 0 0 152 0V226a76 16 0 0 1-152 0Z', ramp[3], fade(0.35)),
  );
  const rings: string[] = [];
  for (let y = 246; y < 316; y += 11) rings.push(`M134 ${y}a76 15 0 0 0 148 0`);
  sheet.add(
    lines(rings, ramp[3], 3, fade(0.55)),
    path('M132 312V322a76 18 0 0 0 152 0V312a76 18 0 0 1-152 0Z', sheet.round(DARK)),
    ellipse(208, 92, 76, 18, sheet.linear('0 0 1 1', `0 ${ramp[0]}, 1 ${ramp[2]}`)),
    ellipse(208, 92, 58, 12, ramp[2], fade(0.5)),
    ellipse(208, 92, 58, 12, 'none', `stroke="${ramp[0]}" stroke-width="2"`),
    lines(['M198 92h20', 'M208 88.500v7'], ramp[3], 2.4, fade(0.75)),
    line('M150 116V216', '#FFFFFF', 5, fade(0.45)),
    line('M284 128q26 6 26 40t-18 44', '#5C3B1D', 7),
    line('M284 127q25 6 25 40t-18 43', WOOD[1], 4),
  );
  sheet.add(...lens(sheet, 192, 166, 44), circle(246, 136, 4, '#16201F'), circle(246, 194, 3.2, LAMP));
  return sheet;
}

/** 影屿 X1: a broad studio machine, the lens in its middle, fins either side. */
export function xOne(): Sheet {
  const sheet = new Sheet();
  sheet.add(beam(sheet, 'M140 166L60 52H340L260 166Z', '0 1 0 0'));
  sheet.ground(200, 320, 164);
  sheet.add(
    rect(86, 300, 40, 16, 5, DARK[1]),
    rect(274, 300, 40, 16, 5, DARK[1]),
    path('M82 152L104 130H296L318 152Z', sheet.linear('0 0 1 0', '0 #A3ADAA, 0.4 #6D7775, 1 #3A4341')),
    rect(52, 150, 296, 154, 20, sheet.face(COAL)),
    path('M52 268V284q0 20 20 20H328q20 0 20-20V268q0 22-20 22H72q-20 0-20-22Z', '#0B1110', fade(0.5)),
    line('M72 154H328', '#C7D0CD', 2.4, fade(0.6)),
  );
  const fins = (x: number): string[] =>
    Array.from({ length: 8 }, (_, index) => `M${x} ${176 + index * 14}h60`);
  sheet.add(
    lines([...fins(68), ...fins(272)], '#0D1413', 5, fade(0.8)),
    lines(
      [...fins(68), ...fins(272)].map((d) => d.replace('h60', 'h58')),
      '#808B88',
      0.9,
      fade(0.35),
    ),
  );
  sheet.add(
    circle(200, 226, 76, '#171F1E'),
    circle(200, 226, 76, 'none', 'stroke="#5E6966" stroke-width="2"'),
  );
  sheet.add(...lens(sheet, 200, 226, 64));
  // Three lasers: the family's one bit of colour.
  sheet.add(circle(300, 164, 3, '#D96A5B'), circle(311, 164, 3, '#7DBB8A'), circle(322, 164, 3, '#6FA6D6'));
  return sheet;
}

/** 影屿 L1: a long low wedge on the sideboard, throwing its light up at the wall. */
export function lOne(): Sheet {
  const sheet = new Sheet();
  const body: Ramp = ['#FBF8F1', '#E2DACB', '#BDB19C', '#8F836D'];
  sheet.add(beam(sheet, 'M150 236L62 56H338L250 236Z', '0 1 0 0'));
  sheet.add(
    rect(86, 66, 228, 128, 4, '#FFF6E2', fade(0.6)),
    circle(252, 108, 17, LAMP, fade(0.75)),
    path('M86 170Q136 130 186 160Q236 126 314 172V190q0 4-4 4H90q-4 0-4-4Z', '#3F6A67', fade(0.55)),
    path('M86 178Q150 162 200 178T314 180V190q0 4-4 4H90q-4 0-4-4Z', '#1C3B3A', fade(0.5)),
  );
  sheet.ground(200, 330, 164);
  sheet.add(
    path('M92 236H308L344 276H56Z', sheet.linear('0 0 1 0.6', `0 ${body[0]}, 0.6 ${body[1]}, 1 ${body[2]}`)),
    path('M150 240H250L262 262H138Z', '#141C1B'),
    path('M158 243H242L250 257H150Z', sheet.linear('0 0 1 1', '0 #FFF0D0, 0.4 #C9923F, 1 #2A2119')),
    rect(52, 274, 296, 48, 12, sheet.face(body)),
    path('M52 296H348V310q0 12-12 12H64q-12 0-12-12Z', body[3], fade(0.3)),
    line('M60 277H340', '#FFFFFF', 2.4, fade(0.95)),
    rect(70, 286, 260, 26, 8, '#8F836D', fade(0.55)),
  );
  const cloth = Array.from({ length: 32 }, (_, index) => `M${76 + index * 8} 289V309`);
  sheet.add(
    lines(cloth, '#6E634F', 1.8, fade(0.5)),
    rect(184, 292, 32, 14, 7, sheet.down(WOOD)),
    circle(200, 299, 3, LAMP),
  );
  sheet.add(rect(76, 320, 26, 8, 3, DARK[1]), rect(298, 320, 26, 8, 3, DARK[1]));
  return sheet;
}
