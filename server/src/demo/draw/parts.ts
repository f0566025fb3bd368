/** Parts that several drawings share: a cup, a stream of coffee, steam, a drip tray, a gauge. */
import { circle, ellipse, fade, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COFFEE, CREMA, DARK, LAMP, MIST, STEEL } from './materials.js';

/** A standing cup seen a little from above; (cx, foot) is the middle of its foot. */
export function cup(
  sheet: Sheet,
  cx: number,
  foot: number,
  size = 1,
  ramp: Ramp = MIST,
  filled = true,
): string[] {
  const w = 33 * size;
  const h = 50 * size;
  const y = foot - h;
  const d = `M${cx - w} ${y}H${cx + w}Q${cx + w} ${foot - 8 * size} ${cx + w * 0.45} ${foot}H${cx - w * 0.45}Q${cx - w} ${foot - 8 * size} ${cx - w} ${y}Z`;
  return [
    ellipse(cx + 4 * size, foot + 1, w * 0.95, 4.5 * size, '#0B1515', fade(0.3)),
    line(
      `M${cx + w * 0.94} ${y + 10 * size}q${20 * size} ${-2 * size} ${18 * size} ${13 * size}t${-24 * size} ${14 * size}`,
      ramp[2],
      7 * size,
    ),
    line(
      `M${cx + w * 0.94} ${y + 9 * size}q${19 * size} ${-2 * size} ${17 * size} ${12 * size}`,
      ramp[0],
      3 * size,
    ),
    path(d, sheet.round(ramp)),
    ellipse(cx, y, w, 6.6 * size, ramp[0]),
    ellipse(cx, y + 0.6 * size, w * 0.88, 5 * size, filled ? COFFEE : ramp[2]),
    ...(filled
      ? [
          ellipse(cx - w * 0.1, y + 1.2 * size, w * 0.62, 3 * size, CREMA),
          ellipse(cx - w * 0.2, y + size, w * 0.26, 1.3 * size, '#E8C28E'),
        ]
      : []),
    line(
      `M${cx - w * 0.74} ${y + 12 * size}Q${cx - w * 0.72} ${foot - 16 * size} ${cx - w * 0.5} ${foot - 8 * size}`,
      '#FFFFFF',
      3.4 * size,
      fade(0.6),
    ),
  ];
}

/** A small cup turned over on the warming rail. */
export function restingCup(sheet: Sheet, cx: number, foot: number, ramp: Ramp): string[] {
  return [
    line(`M${cx + 18} ${foot - 12}q12 0 11-7t-12-7`, ramp[2], 3.4),
    path(
      `M${cx - 21} ${foot}Q${cx - 20} ${foot - 26} ${cx - 11} ${foot - 32}H${cx + 11}Q${cx + 20} ${foot - 26} ${cx + 21} ${foot}Z`,
      sheet.round(ramp),
    ),
    line(`M${cx - 9} ${foot - 32.5}H${cx + 9}`, ramp[0], 2.4),
  ];
}

export function streams(cx: number, from: number, to: number, gap = 9): string[] {
  return [
    lines([`M${cx - gap} ${from}V${to}`, `M${cx + gap} ${from}V${to}`], COFFEE, 3.6),
    lines([`M${cx - gap - 0.8} ${from}V${to}`, `M${cx + gap - 0.8} ${from}V${to}`], CREMA, 1.2),
  ];
}

export function steam(cx: number, foot: number, height = 46): string[] {
  const wisp = (x: number, scale: number): string =>
    `M${x} ${foot}q${-9 * scale} ${-height * 0.25} 0 ${-height * 0.5}t0 ${-height * 0.5}`;
  return [lines([wisp(cx - 8, 1), wisp(cx + 9, -1)], '#FFFFFF', 4, fade(0.55))];
}

/** The dark tray a machine stands on, with its slats. */
export function tray(sheet: Sheet, x: number, y: number, w: number, h: number): string[] {
  const slats: string[] = [];
  for (let at = x + 16; at < x + w - 12; at += 13) slats.push(`M${at} ${y + 5.5}v5`);
  return [
    rect(x, y, w, h, 9, sheet.down(DARK)),
    path(`M${x + 6} ${y + 1}H${x + w - 6}L${x + w - 10} ${y + 12}H${x + 10}Z`, '#5C6866', fade(0.5)),
    lines(slats, '#0C1413', 5),
    line(`M${x + 10} ${y + 2}H${x + w - 10}`, '#97A29F', 1.6, fade(0.9)),
    line(`M${x + 12} ${y + h - 4}H${x + w - 12}`, '#000000', 2, fade(0.25)),
  ];
}

/** A pressure gauge: bezel, dial, lamp-coloured needle. */
export function gauge(sheet: Sheet, cx: number, cy: number, r: number, turn = 40): string[] {
  const ticks = [-120, -80, -40, 0, 40, 80, 120].map((angle) => {
    const a = ((angle - 90) * Math.PI) / 180;
    const point = (k: number): string => `${cx + Math.cos(a) * r * k} ${cy + Math.sin(a) * r * k}`;
    return `M${point(0.62)}L${point(0.74)}`;
  });
  const a = ((turn - 90) * Math.PI) / 180;
  return [
    circle(cx + 1.5, cy + 2.5, r + 2, '#000000', fade(0.18)),
    circle(cx, cy, r, sheet.linear('0 0 1 1', '0 #FFFFFF, 0.5 #A8B1AE, 1 #5E6865')),
    circle(cx, cy, r * 0.84, '#FCFAF5'),
    path(
      `M${cx - r * 0.84} ${cy}a${r * 0.84} ${r * 0.84} 0 0 1 ${r * 1.68} 0q${-r * 0.84} ${-r * 0.5} ${-r * 1.68} 0Z`,
      '#000000',
      fade(0.06),
    ),
    lines(ticks, '#8C857A', Math.max(1.2, r * 0.06)),
    line(
      `M${cx - Math.cos(a) * r * 0.16} ${cy - Math.sin(a) * r * 0.16}L${cx + Math.cos(a) * r * 0.56} ${cy + Math.sin(a) * r * 0.56}`,
      '#B4641F',
      r * 0.11,
    ),
    circle(cx, cy, r * 0.13, '#323B3A'),
  ];
}

/** A steam wand hanging from (x, y), with its rubber grip. */
export function wand(sheet: Sheet, x: number, y: number, reach: number, length: number): string[] {
  const bend = `M${x} ${y}q${reach} 2 ${reach} 24v${length}`;
  return [
    line(bend, '#69726F', 9),
    line(bend, sheet.linear('0 0 1 0', '0 #F3F6F5, 1 #929B98'), 6),
    line(`M${x + reach} ${y + 24 + length * 0.42}v${length * 0.4}`, DARK[1], 11),
    line(`M${x + reach - 2} ${y + 26 + length * 0.42}v${length * 0.34}`, '#7B8683', 2),
    circle(x + reach, y + 27 + length, 4.6, STEEL[2]),
  ];
}

/** Lamp-lit button: the one thing on a machine that glows. */
export function litButton(sheet: Sheet, cx: number, cy: number, r: number): string[] {
  const glow = sheet.radial('0.5 0.5 0.5', '0 #FFD993 0.85, 0.4 #F0BD6B 0.35, 1 #E6AE57 0');
  return [
    circle(cx, cy, r * 2.3, glow),
    circle(cx, cy, r, sheet.linear('0 0 1 1', `0 #FFE9C2, 0.5 ${LAMP}, 1 #C98A35`)),
    circle(cx - r * 0.25, cy - r * 0.3, r * 0.3, '#FFFFFF', fade(0.75)),
  ];
}

export function button(cx: number, cy: number, r: number, ramp: Ramp): string[] {
  return [
    circle(cx + 0.8, cy + 1.4, r, ramp[3], fade(0.4)),
    circle(cx, cy, r, ramp[0]),
    circle(cx, cy, r, 'none', `stroke="${ramp[2]}" stroke-width="1.400"`),
  ];
}
