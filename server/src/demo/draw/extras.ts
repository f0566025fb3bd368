/** What goes with a projector: stands, screens, a remote, a bag. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet } from './kit.js';
import { COAL, DARK, LAMP, MIST, SEA, STEEL, WOOD } from './materials.js';

/** A projector at `size`, its corner at (x, y): stands are drawn with what they carry. */
function smallProjector(sheet: Sheet, x: number, y: number, size: number): string[] {
  const glass = sheet.radial('0.36 0.32 0.8', '0 #FFF0D0, 0.25 #E3AC58, 0.6 #4A3A28, 1 #0C1212');
  return [
    group(`translate(${x} ${y}) scale(${size})`, [
      rect(0, 0, 264, 186, 50, sheet.face(SEA)),
      path(
        'M0 130V136Q0 186 50 186H214Q264 186 264 136V126Q264 170 214 170H50Q0 170 0 130Z',
        '#0F2221',
        fade(0.45),
      ),
      path(
        'M12 58Q14 12 56 10H190',
        'none',
        'stroke="#BFD8D3" stroke-width="5" stroke-linecap="round" opacity=".6"',
      ),
      circle(88, 96, 58, sheet.face(STEEL)),
      circle(88, 96, 52, '#0E1716'),
      circle(88, 96, 39, glass),
      ellipse(76, 82, 10, 6, '#FFFFFF', fade(0.75)),
      lines(['M178 42V150', 'M194 38V152', 'M210 40V150', 'M226 50V142'], '#0D1C1B', 6, fade(0.75)),
    ]),
  ];
}

export function standDesk(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 338, 112);
  sheet.add(
    ellipse(200, 328, 106, 20, sheet.down(DARK)),
    ellipse(200, 320, 106, 20, sheet.linear('0 0 1 1', '0 #7B8683, 0.5 #4A5553, 1 #2A3231')),
    ellipse(200, 320, 24, 6, '#202827'),
    rect(190, 208, 20, 114, 3, sheet.round(STEEL)),
    rect(184, 132, 32, 96, 6, sheet.round(COAL)),
    line('M191 140V220', '#97A29F', 2.4, fade(0.7)),
    circle(228, 204, 17, sheet.face(WOOD)),
    path('M218 199a11 11 0 0 1 8-6', 'none', 'stroke="#F6DDB4" stroke-width="3" stroke-linecap="round"'),
    rect(186, 108, 28, 28, 5, sheet.round(STEEL)),
    path('M104 94H296Q306 94 306 102T296 112H104Q94 112 94 102T104 94Z', sheet.down(DARK)),
    path('M108 80H292L304 96H96Z', sheet.linear('0 0 1 1', '0 #5C6866, 1 #2A3231')),
    rect(190, 68, 20, 14, 3, sheet.round(STEEL)),
    lines(['M191 71h18', 'M191 75h18'], '#5F6967', 1.4),
    lines(['M132 87h34', 'M234 87h34'], '#0C1413', 4, fade(0.7)),
  );
  return sheet;
}

export function standFloor(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 342, 84);
  sheet.add(
    ellipse(200, 336, 80, 13, sheet.down(DARK)),
    ellipse(200, 331, 80, 13, '#59645F'),
    rect(194, 196, 12, 136, 2, sheet.round(STEEL)),
    rect(191, 132, 18, 84, 3, sheet.round(COAL)),
    rect(188, 208, 24, 16, 4, sheet.round(WOOD)),
    rect(188, 322, 24, 10, 3, sheet.round(COAL)),
    circle(200, 122, 13, sheet.face(STEEL)),
    group('rotate(-5 200 104)', [
      rect(134, 96, 132, 14, 7, sheet.down(DARK)),
      line('M142 99H258', '#8A9592', 1.6),
    ]),
    // The projector it is made for, small, to show the scale.
    ...smallProjector(sheet, 151, 30, 0.38),

    line('M206 226Q232 260 214 322', '#323B3A', 2.4, fade(0.5)),
  );
  return sheet;
}

export function standCeiling(): Sheet {
  const sheet = new Sheet();
  sheet.add(
    path('M58 52H342L318 74H82Z', sheet.linear('0 0 0 1', '0 #E4DDCF, 1 #C3B9A7')),
    ellipse(206, 80, 78, 9, '#10201F', fade(0.25)),
    path('M128 64H272V76a72 14 0 0 1-144 0Z', sheet.round(STEEL)),
    lines(['M150 79h.1', 'M250 79h.1'], '#5F6967', 7),
    rect(190, 84, 20, 70, 3, sheet.round(STEEL)),
    rect(185, 118, 30, 62, 5, sheet.round(COAL)),
    circle(226, 152, 11, sheet.face(WOOD)),
    circle(200, 190, 17, sheet.face(STEEL)),
    path('M120 202H280Q288 202 288 209T280 216H120Q112 216 112 209T120 202Z', sheet.down(DARK)),
    line('M124 204H276', '#97A29F', 1.6),
    ...smallProjector(sheet, 112, 214, 0.66),
  );
  return sheet;
}

export function standTripod(): Sheet {
  const sheet = new Sheet();
  const leg = (d: string): string[] => [
    line(d, '#323B3A', 15),
    line(d, sheet.linear('0 0 1 0', '0 #8A9592, 1 #39423F'), 9),
  ];
  sheet.ground(200, 336, 120);
  sheet.add(
    ...leg('M210 182L238 314'),
    ...leg('M186 182L96 326'),
    ...leg('M214 182L312 326'),
    line('M96 326L90 334', '#0C1413', 15),
    line('M312 326L318 334', '#0C1413', 15),
    line('M238 314L240 322', '#0C1413', 13),
    rect(176, 152, 48, 40, 10, sheet.round(COAL)),
    circle(232, 168, 10, sheet.face(WOOD)),
    circle(200, 136, 24, sheet.radial('0.34 0.3 0.8', '0 #FFFFFF, 0.4 #C3CAC8, 1 #69726F')),
    rect(190, 92, 20, 26, 4, sheet.round(STEEL)),
    rect(158, 78, 84, 16, 8, sheet.round(DARK)),
    line('M166 81H234', '#97A29F', 1.6),
    rect(194, 64, 12, 15, 3, sheet.round(STEEL)),
    line('M200 192V224', '#5F6967', 4),
    path('M200 224q9 2 7 10t-11 4', 'none', 'stroke="#5F6967" stroke-width="4" stroke-linecap="round"'),
  );
  return sheet;
}

/** A view for the screens: night sea, island, its lamp and the lamp's path. */
function seaView(sheet: Sheet, x: number, y: number, w: number, h: number): string[] {
  const sea = y + h * 0.62;
  return [
    rect(x, y, w, h, 3, sheet.linear('0 0 0 1', '0 #12302F, 0.6 #3E6A64, 1 #C39A58')),
    rect(x, sea, w, h * 0.38, 2, sheet.linear('0 0 0 1', '0 #2A4E4B, 1 #0D1F20')),
    circle(x + w * 0.62, sea - h * 0.1, h * 0.2, '#F4D6A0', fade(0.35)),
    circle(x + w * 0.62, sea - h * 0.1, h * 0.1, '#FFE9C2'),
    path(`M${x} ${sea}q${w * 0.1} ${-h * 0.24} ${w * 0.22} ${-h * 0.2}t${w * 0.24} ${h * 0.2}Z`, '#0F2221'),
    lines(
      [`M${x + w * 0.54} ${sea + h * 0.1}h${w * 0.16}`, `M${x + w * 0.57} ${sea + h * 0.19}h${w * 0.1}`],
      '#F4D6A0',
      2.6,
      fade(0.75),
    ),
  ];
}

export function screenAlr(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 128);
  sheet.add(
    rect(48, 60, 304, 184, 4, '#10201F', 'opacity=".16" transform="translate(7 8)"'),
    rect(48, 60, 304, 184, 4, sheet.face(DARK)),
    ...seaView(sheet, 55, 67, 290, 170),
    path('M55 67H224L112 237H55Z', '#FFFFFF', fade(0.08)),
    line('M52 62H348', '#97A29F', 1.4),
    // The projector under it, on a low board: the screen is nothing without one.
    path('M158 278H242L290 246H110Z', sheet.linear('0 1 0 0', '0 #F8DDA8 0.7, 1 #F8DDA8 0.05')),
    path('M152 274H248L262 290H138Z', sheet.down(MIST)),
    path('M172 276H228L234 282H166Z', '#2A2119'),
    rect(134, 288, 132, 12, 4, sheet.down(MIST)),
    rect(92, 299, 216, 28, 4, sheet.down(WOOD)),
    lines(['M164 302V324', 'M236 302V324'], '#5C3B1D', 1.8, fade(0.5)),
    line('M96 302H304', '#F0CDA0', 1.8, fade(0.7)),
    lines(['M112 328V338', 'M288 328V338'], '#5C3B1D', 7),
  );
  return sheet;
}

export function screenRoll(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 336, 146);
  sheet.add(
    line('M200 318V70', '#69726F', 7),
    line('M198.500 318V70', '#D3DAD8', 2.4),
    rect(70, 70, 264, 200, 2, '#10201F', 'opacity=".14" transform="translate(5 6)"'),
    rect(66, 66, 268, 206, 2, '#1B2221'),
    ...seaView(sheet, 78, 76, 244, 172),
    rect(58, 56, 284, 13, 6, sheet.down(STEEL)),
    rect(186, 48, 28, 12, 5, sheet.down(DARK)),
    rect(52, 268, 296, 28, 13, sheet.down(SEA)),
    line('M62 273H338', '#BFD8D3', 2.2, fade(0.7)),
    rect(44, 264, 14, 36, 6, sheet.down(DARK)),
    rect(342, 264, 14, 36, 6, sheet.down(DARK)),
    circle(200, 282, 4, LAMP),
    line('M200 296L128 332', '#4F5957', 9),
    line('M200 296L272 332', '#4F5957', 9),
    line('M200 294L128 330', '#97A29F', 2.4),
    line('M200 294L272 330', '#97A29F', 2.4),
  );
  return sheet;
}

export function remote(): Sheet {
  const sheet = new Sheet();
  sheet.ground(204, 340, 70);
  sheet.add(
    group('rotate(9 200 200)', [
      rect(154, 54, 92, 292, 44, '#10201F', 'opacity=".2" transform="translate(8 6)"'),
      rect(154, 54, 92, 292, 44, sheet.face(COAL)),
      rect(158, 58, 84, 284, 40, 'none', 'stroke="#97A29F" stroke-width="2" opacity=".5"'),
      line('M164 110V290', '#FFFFFF', 4, fade(0.25)),
      circle(200, 92, 12, '#151B1B'),
      lines(['M200 86v6'], '#D96A5B', 3),
      circle(200, 152, 35, '#151B1B'),
      circle(200, 152, 35, 'none', 'stroke="#6A7472" stroke-width="1.600"'),
      circle(200, 152, 16, sheet.face(COAL)),
      lines(['M200 124v.1', 'M200 180v.1', 'M172 152h.1', 'M228 152h.1'], LAMP, 5),
      circle(182, 216, 12, '#151B1B'),
      circle(218, 216, 12, '#151B1B'),
      lines(['M186 211l-5 5l5 5', 'M213 217l5-5l5 5v5h-10Z'], '#C9D3D0', 2.2),
      rect(176, 242, 48, 24, 12, '#151B1B'),
      lines(['M186 254h8', 'M206 254h8M210 250v8'], '#C9D3D0', 2.2),
      circle(200, 292, 14, sheet.linear('0 0 1 1', `0 #FFE9C2, 0.5 ${LAMP}, 1 #C98A35`)),
      lines(['M200 285v9', 'M194 292q0 8 6 8t6-8'], '#4A2E10', 2.4),
    ]),
  );
  return sheet;
}

export function carryBag(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 338, 146);
  const canvas = sheet.face(['#C9B48E', '#A98F63', '#826B43', '#5B492B']);
  sheet.add(
    line('M92 168Q40 260 66 322', '#5B492B', 9, fade(0.7)),
    path(
      'M140 128Q140 66 200 66T260 128',
      'none',
      `stroke="${WOOD[3]}" stroke-width="17" stroke-linecap="round"`,
    ),
    path(
      'M140 126Q140 64 200 64T260 126',
      'none',
      `stroke="${WOOD[1]}" stroke-width="12" stroke-linecap="round"`,
    ),
    path('M84 148Q84 124 108 124H292Q316 124 316 148L328 314Q330 338 306 338H94Q70 338 72 314Z', canvas),
    path('M276 124H292Q316 124 316 148L328 314Q330 338 306 338H286Q300 240 276 124Z', '#3F3219', fade(0.25)),
    path('M80 196H320L319 186H81Z', '#3F3219', fade(0.35)),
    line('M88 166H312', '#F6E7CC', 2, fade(0.5)),
    `<path d="M88 172H312" stroke="#5B492B" stroke-width="7"/><path d="M88 172H312" stroke="#D8CDB9" stroke-width="3" stroke-dasharray="3 3"/>`,
    rect(298, 164, 22, 17, 5, sheet.down(STEEL)),
    path(
      'M100 214H300L306 316Q306 324 298 324H102Q94 324 94 316Z',
      sheet.face(['#B89F73', '#967C50', '#725C37', '#4E3D20']),
    ),
    `<path d="M104 220H296L301 314H99Z" stroke="#F6E7CC" stroke-width="1.800" stroke-dasharray="6 5" opacity=".6"/>`,
    path('M176 274q24-19 48 0Z', '#3F3219', fade(0.8)),
    line('M167 275H233', '#3F3219', 2.8, fade(0.8)),
    circle(200, 250, 8, LAMP),
    rect(128, 112, 24, 30, 5, sheet.down(WOOD)),
    rect(248, 112, 24, 30, 5, sheet.down(WOOD)),
  );
  return sheet;
}
