/** The little pictures on labels: each bean has a view of its own. Drawn round (0,0) in about 100 by 84. */
import { circle, ellipse, fade, line, lines, path } from './kit.js';
import { INK, LAMP, LAMP_PALE } from './materials.js';

const horizon = (y = 18, ink = INK): string => line(`M-42 ${y}H42`, ink, 2.4);
const ripples = (y: number, ink = INK): string =>
  lines([`M-26 ${y}H26`, `M-15 ${y + 8}H15`], ink, 2.2, fade(0.45));

/** 晨雾: the sun half up behind an island, fog lying on the water before it. */
export function morningFog(): string[] {
  return [
    circle(0, -10, 27, LAMP_PALE, fade(0.7)),
    circle(0, -10, 17, LAMP),
    path('M-34 16Q-16-10 2-10T34 16Z', INK),
    lines(['M-44 9H-20', 'M18 9H44'], '#DCD6C6', 5),
    line('M-40 17H40', '#C9C3B2', 5),
    line('M-44 25H16', '#DCD6C6', 5),
    line('M-14 33H36', '#E6E0D2', 5),
  ];
}

/** 夜泊: a moon over a moored boat. */
export function nightHarbour(ink = INK): string[] {
  return [
    path('M14-36a19 19 0 1 0 13 29a16 16 0 0 1-13-29Z', LAMP),
    path('M-30 10H6L0 20H-24Z', ink),
    line('M-14 10V-24', ink, 2.4),
    path('M-11-20L4 6H-11Z', ink, fade(0.55)),
    horizon(21, ink),
    ripples(29, ink),
  ];
}

/** 灯塔: a lighthouse and its two beams. */
export function lighthouse(): string[] {
  return [
    path('M-2-26L-46-38V-14Z', LAMP, fade(0.45)),
    path('M2-26L46-38V-14Z', LAMP, fade(0.45)),
    path('M-8-18H8L13 20H-13Z', INK),
    path('M-10.200-2H10.200L11.400 7H-11.400Z', '#FBF6EC'),
    path('M-8-34H8V-19H-8Z', INK),
    circle(0, -26.5, 5, LAMP),
    path('M-11-34Q0-46 11-34Z', INK),
    path('M-36 20Q-14 8 0 14T36 20Z', INK),
    horizon(21),
    ripples(29),
  ];
}

/** 潮间: waves coming in row by row. */
export function tide(ink = '#24504F'): string[] {
  const wave = (y: number): string => `M-42 ${y}q7-9 14 0t14 0t14 0t14 0t14 0t14 0`;
  return [
    circle(16, -26, 10, LAMP),
    line(wave(-8), ink, 4),
    line(wave(4), ink, 4, fade(0.75)),
    line(wave(16), ink, 4, fade(0.5)),
    line(wave(28), ink, 4, fade(0.28)),
  ];
}

/** 远岸: ranges behind ranges, birds above. */
export function farShore(): string[] {
  return [
    circle(-16, -20, 13, '#D9785A'),
    path('M-46 18Q-30-8-12 4Q8-20 26 2T46 18Z', '#C98C74', fade(0.55)),
    path('M-46 22Q-24 4-6 14Q16-2 46 22Z', '#8C4B3B'),
    lines(['M8-32q4-5 8 0q4-5 8 0', 'M24-20q3-4 6 0q3-4 6 0'], '#8C4B3B', 2),
    lines(['M-30 31H30', 'M-16 39H16'], '#8C4B3B', 2.2, fade(0.4)),
  ];
}

/** 云屿: a peak standing in cloud. */
export function cloud(): string[] {
  return [
    path('M-34 24L-4-34L12-8L20-18L40 24Z', '#4F7468'),
    path('M-4-34L8-14L0-17L-6-10L-13-16Z', '#F6F3EA'),
    path('M-46 26a10 10 0 0 1 10-16a14 14 0 0 1 24-4a12 12 0 0 1 19 6a9 9 0 0 1 8 14Z', '#FFFFFF'),
    path('M0 32a8 8 0 0 1 8-13a12 12 0 0 1 21-1a9 9 0 0 1 14 14Z', '#DCE8E4'),
    line('M-30 34H34', '#4F7468', 2.2, fade(0.45)),
  ];
}

/** 高山: three peaks, a low red sun. */
export function highland(): string[] {
  return [
    circle(20, -20, 14, '#B8423A'),
    path('M-46 24L-22-18L0 24Z', '#5A2A2C'),
    path('M-18 24L8-30L40 24Z', '#7F3B3A'),
    path('M8-30L17-15L9-19L3-12L-1-16Z', '#F7EDE2'),
    path('M-22-18L-15-6L-22-9L-28-5Z', '#F7EDE2'),
    lines(['M-42 31H42', 'M-24 38H24'], '#5A2A2C', 2.2, fade(0.45)),
  ];
}

/** 焰岛: a volcano with a thread of smoke. */
export function volcano(): string[] {
  return [
    path('M-2-30q-10-8 0-16q8-4 4-10q16 8 6 18q-6 4-2 8Z', '#C9BFB0', fade(0.9)),
    path('M-42 22L-10-24H10L42 22Z', '#3A4442'),
    path('M-10-24H10L14-18L8-8L3-15L-2 2L-7-13L-12-20Z', '#E07A3C'),
    path('M42 22L10-24L6-24L14 22Z', '#1F2726', fade(0.4)),
    line('M-44 23H44', '#3A4442', 2.4),
    lines(['M-24 31H24', 'M-12 38H12'], '#E07A3C', 2.2, fade(0.7)),
  ];
}

/** 瑰岸: a jasmine flower. */
export function flower(petal = '#FFFDF8', heart = LAMP, stem = '#6F8F74'): string[] {
  const petals = [0, 72, 144, 216, 288].map(
    (angle) =>
      `<path d="M0-5C-13-13-12-31 0-37C12-31 13-13 0-5Z" fill="${petal}" stroke="#D9CDB8" stroke-width="1" transform="rotate(${angle} 0 -6)"/>`,
  );
  return [
    line('M0 4Q-4 24 4 40', stem, 2.6),
    path('M0 26q16-12 26-2q-12 10-26 2Z', stem),
    ...petals,
    circle(0, -6, 6, heart),
  ];
}

/** 岁末: a fir in snow, one star. */
export function winter(): string[] {
  return [
    path('M0-30L16-6H8L22 14H-22L-8-6H-16Z', '#34513C'),
    path('M0-30L7-19H-7ZM-14-3L-8-6H8L14-3L6 2L0-2L-6 3Z', '#F6F3EA'),
    path('M-3.500 14H3.500V24H-3.500Z', '#82562E'),
    path(
      'M0-46l2.700 6.500 7 .5-5.400 4.500 1.700 6.800-6-3.700-6 3.700 1.700-6.800-5.400-4.500 7-.5Z',
      LAMP,
    ),
    line('M-42 24Q-20 17 0 24T42 24', '#F6F3EA', 3),
    ...[-34, -26, 30, 37].map((x, index) => circle(x, -22 + index * 9, 2.4, '#F6F3EA')),
  ];
}

/** 静夜: still water, a high small moon, stars. */
export function stillNight(): string[] {
  return [
    circle(0, -18, 12, '#EDE7D8'),
    circle(4, -21, 2.4, '#CFC6B2'),
    circle(-4, -14, 1.8, '#CFC6B2'),
    ...[
      [-30, -34],
      [-22, -8],
      [26, -36],
      [34, -12],
      [18, -2],
    ].map(([x, y]) => circle(x!, y!, 1.8, LAMP)),
    path('M-42 14Q-22 0-8 8Q10-2 42 14Z', '#52678A'),
    line('M-42 15H42', '#EDE7D8', 2),
    lines(['M-8 23H8', 'M-14 30H14', 'M-6 37H6'], '#EDE7D8', 2.2, fade(0.6)),
  ];
}

/** 夏海: an ice cube in a wave. */
export function summer(): string[] {
  return [
    circle(0, -16, 17, '#F0B94F'),
    lines(['M0-42V-38', 'M-26-16H-22', 'M22-16H26', 'M-18-34L-15-31', 'M18-34L15-31'], '#F0B94F', 2.6),
    path('M-44 16q11-16 22 0t22 0t22 0t22 0V34H-44Z', '#3E7E93'),
    path('M-44 24q11-12 22 0t22 0t22 0t22 0V34H-44Z', '#225A70'),
  ];
}

/** A drop, for everything to do with water. */
export function drop(fill = LAMP_PALE): string[] {
  return [
    path('M0-36Q26-2 26 12a26 26 0 0 1-52 0Q-26-2 0-36Z', fill),
    line('M-14 14a15 15 0 0 0 11 14', '#FFFFFF', 3.6, fade(0.9)),
  ];
}

/** A leaf, for care goods that go down the drain. */
export function leaf(fill = '#6F9A7A'): string[] {
  return [
    path('M-26 24C-34-14-4-34 30-32C32 2 12 30-26 24Z', fill),
    line('M-30 32Q-8 4 18-20', '#F6F3EA', 3),
    lines(['M-12 12L-14-4', 'M-2 2L12 2', 'M8-9L8-20'], '#F6F3EA', 2, fade(0.8)),
  ];
}

/** The brand's own mark: island, horizon, lamp. */
export function island(ink = INK, lamp = LAMP): string[] {
  return [
    circle(0, -18, 12, lamp),
    path('M-30 16Q0-16 30 16Z', ink),
    line('M-40 17H40', ink, 4.4),
    lines(['M-22 28H22', 'M-11 38H11'], ink, 3.6, fade(0.5)),
  ];
}

/** Two lines that stand for words. */
export function words(width = 44, ink = '#6E6250'): string[] {
  return [lines([`M${-width / 2} 0H${width / 2}`, `M${-width / 3} 10H${width / 3}`], ink, 3.4, fade(0.85))];
}

/** A bean, cut in half by its seam. */
export function bean(cx: number, cy: number, size: number, angle: number, fill = '#6E4524'): string {
  const half = size * 0.7;
  return `<g transform="translate(${cx} ${cy}) rotate(${angle})">${ellipse(0, 0, half, size, fill)}${line(
    `M0 ${-size * 0.8}q${half * 0.5} ${size * 0.4} 0 ${size * 0.8}t0 ${size * 0.8}`,
    '#3C2310',
    Math.max(1.2, size * 0.16),
  )}</g>`;
}
