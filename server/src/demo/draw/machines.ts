/** Coffee machines: two by hand, one for a bar at home, two that do it all, one for capsules. */
import { circle, ellipse, fade, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COAL, DARK, LAMP, MIST, STEEL, WOOD } from './materials.js';
import { button, cup, gauge, litButton, restingCup, streams, tray, wand } from './parts.js';

const isDark = (ramp: Ramp): boolean => Number.parseInt(ramp[1].slice(1, 3), 16) < 0x80;

/** Group head, filter holder and its wooden handle, hanging at (cx, y). */
function group(sheet: Sheet, cx: number, y: number, reach: number): string[] {
  const steel = sheet.round(STEEL);
  return [
    rect(cx - 40, y, 80, 17, 4, steel),
    rect(cx - 34, y + 15, 68, 9, 3, '#5F6967'),
    rect(cx - 36, y + 22, 72, 17, 6, steel),
    // The handle comes towards us and to the right: a ferrule, then wood.
    path(`M${cx + 32} ${y + 24}h20v12h-20Z`, sheet.down(STEEL)),
    path(
      `M${cx + 50} ${y + 22}H${cx + reach - 6}q9 0 9 8.500t-9 8.500H${cx + 50}q-4-8.500 0-17Z`,
      sheet.down(WOOD),
    ),
    line(`M${cx + 55} ${y + 26}H${cx + reach - 8}`, '#F0CDA0', 2, fade(0.7)),
    path(`M${cx - 20} ${y + 39}H${cx + 20}L${cx + 15} ${y + 48}H${cx - 15}Z`, sheet.down(DARK)),
    path(`M${cx - 13} ${y + 48}h8v7h-8ZM${cx + 5} ${y + 48}h8v7h-8Z`, '#5F6967'),
  ];
}

/** A rail on the roof, its posts, and what stands behind it. */
function rail(x: number, w: number, y: number, posts: number): string[] {
  const step = (w - 16) / (posts - 1);
  const legs = Array.from({ length: posts }, (_, index) => `M${x + 8 + step * index} ${y}v14`);
  return [
    lines(legs, '#8A9290', 3),
    line(`M${x} ${y}H${x + w}`, '#7B8482', 4.6),
    line(`M${x + 1} ${y - 1}H${x + w - 1}`, '#EDF1EF', 1.6),
  ];
}

/** 屿一: the hero. A broad head on a column, a gauge, one lit button, a wooden handle. */
export function yuOne(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  const mark = isDark(ramp) ? ramp[0] : ramp[3];
  sheet.ground(204, 342, 150);
  sheet.add(
    ...restingCup(sheet, 152, 94, MIST),
    ...restingCup(sheet, 204, 94, ['#FFFDF9', '#F3EDE1', '#D8CDBA', '#B5A892']),
  );
  sheet.add(...rail(118, 152, 82, 4));
  // Column with its recess: light falls in from the left and stops under the head.
  sheet.add(
    rect(112, 158, 180, 164, 10, sheet.linear('0 0 1 0.5', `0 ${ramp[1]}, 0.6 ${ramp[2]}, 1 ${ramp[3]}`)),
    rect(134, 170, 136, 150, 8, ramp[3], fade(0.5)),
    path('M134 178q0-8 8-8h120q8 0 8 8v34H134Z', ramp[3], fade(0.55)),
    line('M118 180V312', ramp[0], 4, fade(0.5)),
  );
  // The head.
  sheet.add(
    path('M84 116q0-24 24-24H300q24 0 24 24V158q0 22-24 22H108q-24 0-24-22Z', sheet.face(ramp)),
    path('M84 150V158q0 22 24 22H300q24 0 24-22v-8q0 20-24 20H108q-24 0-24-20Z', ramp[3], fade(0.42)),
    line('M106 97H300', '#FFFFFF', 3, fade(isDark(ramp) ? 0.4 : 0.95)),
    line('M89 118q1-18 15-20', '#FFFFFF', 3, fade(isDark(ramp) ? 0.35 : 0.8)),
  );
  sheet.add(...gauge(sheet, 132, 134, 26, 38));
  // Island and lamp, pressed into the front.
  sheet.add(
    path('M186 138q17-13 34 0Z', mark, fade(0.55)),
    line('M180 138.500H226', mark, 2, fade(0.55)),
    circle(203, 124, 4.6, mark, fade(0.55)),
    lines(['M191 145H215', 'M197 150H209'], mark, 1.8, fade(0.35)),
  );
  sheet.add(...button(252, 134, 8, ramp), ...litButton(sheet, 280, 134, 8.5));
  sheet.add(lines(['M248.500 134h7', 'M252 130.500v7'], mark, 1.4, fade(0.6)));
  sheet.add(...group(sheet, 200, 178, 104));
  sheet.add(rect(306, 146, 16, 18, 5, sheet.down(STEEL)), ...wand(sheet, 318, 156, 20, 84));
  sheet.add(rect(318, 128, 12, 24, 5, sheet.down(WOOD)), rect(322, 132, 22, 16, 6, sheet.down(WOOD)));
  sheet.add(...tray(sheet, 78, 314, 252, 29));
  sheet.add(...streams(199, 233, 268), ...cup(sheet, 199, 317, 1));
  return sheet;
}

/** 屿一 mini: tall, slim, rounded like a pebble; three keys, no gauge. */
export function yuMini(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  const mark = isDark(ramp) ? ramp[0] : ramp[3];
  sheet.ground(200, 342, 104);
  sheet.add(
    rect(136, 130, 128, 196, 14, sheet.linear('0 0 1 0.5', `0 ${ramp[1]}, 0.6 ${ramp[2]}, 1 ${ramp[3]}`)),
    rect(152, 180, 96, 140, 10, ramp[3], fade(0.55)),
    path('M152 182h96v32h-96Z', ramp[3], fade(0.5)),
    line('M141 190V312', ramp[0], 3.6, fade(0.5)),
  );
  sheet.add(
    path('M118 108q0-48 46-48H236q46 0 46 48V158q0 26-26 26H144q-26 0-26-26Z', sheet.face(ramp)),
    path('M118 148V158q0 26 26 26H256q26 0 26-26v-10q0 24-26 24H144q-26 0-26-24Z', ramp[3], fade(0.4)),
    line('M128 98q6-31 36-32H232', '#FFFFFF', 4, fade(isDark(ramp) ? 0.45 : 0.85)),
    path('M150 56q50-12 100 0v8H150Z', sheet.round(STEEL)),
    line('M158 56q42-8 84 0', '#FFFFFF', 1.6, fade(0.8)),
  );
  sheet.add(
    rect(152, 96, 96, 36, 18, ramp[3], fade(0.22)),
    rect(152, 95, 96, 35, 17.5, 'none', `stroke="${ramp[2]}" stroke-width="1.400"`),
  );
  sheet.add(...button(172, 113, 9, ramp), ...button(200, 113, 9, ramp), ...litButton(sheet, 228, 113, 9));
  sheet.add(
    line('M168 113a4 4 0 1 1 8 0', mark, 1.4, fade(0.7)),
    lines(['M197 111v4', 'M203 111v4'], mark, 1.6, fade(0.7)),
  );
  sheet.add(line('M176 150H224', mark, 2, fade(0.45)), circle(200, 144, 3.4, LAMP));
  sheet.add(...group(sheet, 200, 182, 96));
  sheet.add(...wand(sheet, 132, 150, -18, 88));
  sheet.add(...tray(sheet, 122, 318, 156, 25));
  sheet.add(...streams(200, 236, 276), ...cup(sheet, 200, 321, 0.86));
  return sheet;
}

/** 屿二: a steel box with wooden cheeks, two gauges, a lever head and two wands. */
export function yuTwo(): Sheet {
  const sheet = new Sheet();
  const steel = sheet.linear('0 0 1 1', '0 #FAFCFB, 0.35 #D5DBD9, 0.7 #A9B2AF, 1 #7F8986');
  sheet.ground(200, 342, 164);
  [112, 160, 208].forEach((x, index) =>
    sheet.add(...restingCup(sheet, x, 90, index === 1 ? ['#5A807C', '#305250', '#1C3836', '#0F2221'] : MIST)),
  );
  sheet.add(...rail(70, 260, 76, 6));
  sheet.add(
    rect(64, 150, 272, 168, 6, sheet.linear('0 0 1 0.3', '0 #B9C1BE, 0.5 #8D9693, 1 #66706D')),
    rect(94, 172, 212, 140, 4, '#39423F', fade(0.5)),
    path('M94 172H306V206H94Z', '#1B2221', fade(0.5)),
    rect(62, 88, 276, 92, 10, steel),
    path('M62 158h276v12q0 10-10 10H72q-10 0-10-10Z', '#5E6865', fade(0.35)),
    line('M72 93H328', '#FFFFFF', 2.6, fade(0.95)),
    rect(54, 88, 14, 236, 5, sheet.down(WOOD)),
    rect(332, 88, 14, 236, 5, sheet.down(['#A97444', '#82562E', '#65411F', '#4A2E15'])),
    line('M57 94V316', '#F0CDA0', 2, fade(0.6)),
  );
  sheet.add(...gauge(sheet, 112, 130, 22, -30), ...gauge(sheet, 288, 130, 22, 52));
  sheet.add(
    rect(166, 112, 68, 36, 6, '#1B2423'),
    line('M178 137H222', '#EDF1EF', 2, fade(0.4)),
    line('M178 137H204', LAMP, 2.6),
  );
  sheet.add(
    lines(
      [
        'M190 124.500h-7v-5h7v10h-7',
        'M196 119.500h7v10h-7M197 124.500h6',
        'M209 129.500h.1',
        'M214 119.500h7v10h-7Z',
      ],
      '#F4D6A0',
      2,
    ),
  );
  // The lever head: a heavy chromed bell with its cap and lever.
  sheet.add(
    line('M200 186L252 214', '#69726F', 8),
    line('M200 185L252 213', '#EDF1EF', 3),
    circle(256, 216, 9, sheet.down(WOOD)),
    path('M166 176H234V204q0 10-10 10H176q-10 0-10-10Z', sheet.round(STEEL)),
    ellipse(200, 178, 34, 6, '#F3F6F5', fade(0.7)),
    circle(200, 194, 9, sheet.face(STEEL)),
    ...group(sheet, 200, 212, 92),
  );
  sheet.add(...wand(sheet, 92, 176, -8, 84), ...wand(sheet, 308, 176, 8, 84));
  sheet.add(...tray(sheet, 58, 314, 284, 29));
  sheet.add(...cup(sheet, 199, 317, 0.72));
  return sheet;
}

function hopper(sheet: Sheet, x: number, y: number, w: number, h: number): string[] {
  return [
    path(
      `M${x} ${y}H${x + w}L${x + w - 10} ${y + h}H${x + 10}Z`,
      sheet.linear('0 0 1 0', '0 #C9D3D0 0.75, 0.3 #FFFFFF 0.6, 1 #8D9996 0.75'),
    ),
    path(
      `M${x + 5} ${y + h * 0.42}Q${x + w / 2} ${y + h * 0.22} ${x + w - 5} ${y + h * 0.42}L${x + w - 10} ${y + h}H${x + 10}Z`,
      '#5E3B1E',
    ),
    ...Array.from({ length: 9 }, (_, index) =>
      ellipse(
        x + 16 + ((index * 37) % (w - 32)),
        y + h * 0.5 + ((index * 11) % (h * 0.36)),
        5,
        3.4,
        index % 2 ? '#7D5228' : '#6E4524',
        `transform="rotate(${index * 40} ${x + 16 + ((index * 37) % (w - 32))} ${y + h * 0.5 + ((index * 11) % (h * 0.36))})"`,
      ),
    ),
    line(`M${x + 12} ${y + 4}L${x + 17} ${y + h - 6}`, '#FFFFFF', 3, fade(0.7)),
    rect(x - 5, y - 9, w + 10, 11, 5, sheet.down(DARK)),
    line(`M${x} ${y - 7}H${x + w}`, '#8A9592', 1.4),
  ];
}

/** 潮汐 A1: an upright monolith, glass front, beans on the roof. */
export function tideOne(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  const light = isDark(ramp) ? 0.35 : 0.9;
  sheet.ground(200, 342, 112);
  sheet.add(...hopper(sheet, 148, 64, 104, 44));
  sheet.add(
    rect(112, 106, 176, 236, 16, sheet.face(ramp)),
    path('M252 106h20q16 0 16 16V326q0 16-16 16h-20Z', ramp[3], fade(0.3)),
    line('M130 110H270', '#FFFFFF', 2.6, fade(light)),
    line('M116 128V320', '#FFFFFF', 3, fade(light * 0.8)),
  );
  // The glass front with its row of touch marks.
  sheet.add(
    rect(130, 122, 140, 62, 10, sheet.linear('0 0 1 1', '0 #33403E, 0.5 #1A2322, 1 #0D1413')),
    path('M140 122H214L176 184H140q-10 0-10-10V132q0-10 10-10Z', '#FFFFFF', fade(0.07)),
    lines(['M148 148h14v8q0 6-7 6t-7-6ZM162 150q6 0 5 4t-5 4'], '#DDE5E2', 2),
    lines(['M194 142h12l-2 20h-8ZM195 150h10'], '#DDE5E2', 2),
    circle(246, 152, 10, 'none', `stroke="${LAMP}" stroke-width="2.200"`),
    line('M246 146v6', LAMP, 2.2),
  );
  sheet.add(
    path('M136 196H264V318H136Z', '#0F1817', fade(isDark(ramp) ? 0.6 : 0.78)),
    path('M136 196H264V222H136Z', '#000000', fade(0.35)),
    path('M176 190h48v36q0 8-8 8h-32q-8 0-8-8Z', sheet.round(STEEL)),
    path('M186 234h10v8h-10ZM204 234h10v8h-10Z', '#5F6967'),
    rect(196, 204, 8, 12, 4, '#69726F'),
  );
  sheet.add(...streams(200, 243, 284), ...cup(sheet, 200, 321, 0.76), ...tray(sheet, 124, 317, 152, 25));
  return sheet;
}

/** 潮汐 A3: wider, a round screen with a latte on it, and a jug of milk at its side. */
export function tideThree(): Sheet {
  const sheet = new Sheet();
  const ramp = COAL;
  sheet.ground(200, 342, 150);
  sheet.add(...hopper(sheet, 118, 66, 86, 40));
  sheet.add(
    rect(78, 104, 186, 238, 18, sheet.face(ramp)),
    path('M230 104h16q18 0 18 18V324q0 18-18 18h-16Z', ramp[3], fade(0.45)),
    line('M98 108H244', '#FFFFFF', 2.4, fade(0.4)),
    line('M82 128V318', '#FFFFFF', 3, fade(0.28)),
    circle(171, 160, 40, '#0A100F'),
    circle(171, 160, 40, 'none', `stroke="${STEEL[2]}" stroke-width="3"`),
    circle(171, 160, 29, '#7B4A22'),
    circle(171, 160, 25, '#C48E54'),
    path('M171 178q-18-12-14-26q6-8 14 1q8-9 14-1q4 14-14 26Z', '#FBF3E4'),
    line('M171 151V174', '#C48E54', 1.8),
    path(
      'M141 139a40 40 0 0 1 40-18',
      'none',
      'stroke="#FFFFFF" stroke-width="3" stroke-linecap="round" opacity=".5"',
    ),
  );
  sheet.add(
    path('M104 214H238V320H104Z', '#0A100F', fade(0.7)),
    path('M104 214H238V236H104Z', '#000000', fade(0.4)),
    path('M146 206h50v34q0 8-8 8h-34q-8 0-8-8Z', sheet.round(STEEL)),
    path('M158 248h9v7h-9ZM175 248h9v7h-9Z', '#5F6967'),
    lines(['M171 256V282'], '#F3E6D0', 5),
  );
  sheet.add(
    ...cup(sheet, 171, 321, 0.78, ['#FFFFFF', '#EFF2F0', '#CBD3D0', '#9DA7A4'], true),
    ...tray(sheet, 90, 317, 162, 25),
  );
  // Milk: a steel jug under a lid, the tube running up into the machine.
  sheet.add(
    line('M308 224Q304 176 262 178', '#2A3230', 6),
    line('M308 222Q303 179 263 177', '#8A9592', 1.6),
    path('M272 238H344L350 330Q350 342 338 342H280Q268 342 268 330Z', sheet.round(STEEL)),
    path('M268 238q0-14 14-14h52q14 0 14 14Z', sheet.down(DARK)),
    path('M284 262Q300 254 316 262V326H284Z', '#FFFFFF', fade(0.3)),
    lines(['M292 284h20', 'M292 296h14', 'M292 308h20'], '#5F6967', 2, fade(0.6)),
  );
  return sheet;
}

/** 拾光: the capsule machine from its side, one curve from lever to foot. */
export function capsuleMachine(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  const light = isDark(ramp) ? 0.4 : 0.9;
  sheet.ground(204, 342, 126);
  // Water tank at the back.
  sheet.add(
    path(
      'M256 128H312Q322 128 322 138V324Q322 336 310 336H256Z',
      sheet.linear('0 0 1 0', '0 #9FB4B4 0.7, 0.4 #E6F0EF 0.75, 1 #7F9797 0.8'),
    ),
    path('M256 196H322V324Q322 336 310 336H256Z', '#6E9AA6', fade(0.35)),
    line('M312 142V312', '#FFFFFF', 3.4, fade(0.75)),
    line('M258 196H320', '#FFFFFF', 2, fade(0.7)),
    rect(252, 120, 74, 12, 6, sheet.down(DARK)),
  );
  // Body: a head that leans over the cup.
  const d =
    'M96 150Q96 82 176 82H248Q272 82 272 106V326Q272 338 260 338H196Q186 338 186 326V236Q186 212 162 212H112Q96 212 96 196Z';
  sheet.add(path(d, sheet.face(ramp)));
  sheet.add(
    path('M244 82h4q24 0 24 24V326q0 12-12 12h-18Q252 210 244 82Z', ramp[3], fade(0.4)),
    path('M96 184V196q0 16 16 16h50q24 0 24 24v12q0-22-24-22H118q-22 0-22-26Z', ramp[3], fade(0.4)),
    line('M106 138Q112 92 178 89H238', '#FFFFFF', 4, fade(light)),
    line('M193 250V322', '#FFFFFF', 3, fade(light * 0.6)),
  );
  // Lever, keys, spout, and a capsule on its way.
  sheet.add(
    path('M150 84Q146 58 176 56L254 52Q266 52 266 62T254 73L182 76Q172 77 172 86Z', sheet.down(STEEL)),
    line('M160 66Q166 60 180 60L252 57', '#FFFFFF', 2.4, fade(0.9)),
    ...litButton(sheet, 136, 128, 8),
    ...button(162, 116, 7, ramp),
    path('M112 212H156V224q0 6-6 6h-32q-6 0-6-6Z', sheet.round(STEEL)),
    path('M128 230h12v9h-12Z', '#5F6967'),
    line('M134 240V284', '#7B4A22', 4),
    line('M133 240V284', '#C48E54', 1.4),
  );
  sheet.add(...tray(sheet, 82, 318, 122, 24), ...cup(sheet, 134, 321, 0.72));
  sheet.add(
    line('M214 150H246', ramp[0], 2, fade(0.5)),
    path('M219 150q11-9 22 0Z', ramp[0], fade(0.5)),
    circle(230, 138, 3.4, LAMP),
  );
  return sheet;
}
