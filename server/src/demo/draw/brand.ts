/** The brand's own drawings: mark, word mark, the three card scenes, and the one picture for "nothing here". */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet } from './kit.js';
import { INK, LAMP, LAMP_PALE } from './materials.js';
import { island } from './motifs.js';

/** The mark, on 100 by 100: an island, its horizon, its lamp. */
const markParts = (ink: string): string[] => [
  circle(50, 29, 14, LAMP),
  path('M17 70Q50 28 83 70Z', ink),
  line('M8 71H92', ink, 5.4),
  lines(['M25 83H75', 'M38 93H62'], ink, 4.4, fade(0.5)),
];

const logo = (ink: string) => (): Sheet => new Sheet('0 0 100 100').add(...markParts(ink));

/** 灯 and 屿 on 100 by 100: outlines of Noto Serif CJK SC Bold (SIL Open Font License 1.1). */
const DENG =
  'M11.2 26.4C11.4 34.2 8.4 40.3 5.8 42.4C-1.7 48.7 5 56.6 11.6 51.9C17.6 47.5 17.3 37.6 12.5 26.3ZM38.6 13.2 39.4 16.1H68.6V80.9C68.6 82.3 68.1 82.9 66.4 82.9C63.9 82.9 52.8 82.2 52.8 82.2V83.6C58.3 84.4 60.7 85.8 62.4 87.6C63.9 89.3 64.5 92.2 64.7 96C78.1 94.9 80 89.2 80 81.4V16.1H95.1C96.6 16.1 97.6 15.6 97.8 14.5C93.8 10.6 87 5.2 87 5.2L81.1 13.2ZM38.9 22.3C37.5 26.3 34.2 34 31.2 39.9C31.5 30.6 31.4 20.2 31.5 8.6C33.8 8.3 34.9 7.4 35.2 5.9L20.2 4.4C20.2 49.1 22.9 75.9 2.5 94.8L3.5 96.3C17.4 88.7 24.4 79 27.9 66.3C32.6 71.8 36.7 78.8 38 85.2C49 93.1 57.6 71.1 28.8 62.9C30.1 56.9 30.7 50.3 31.1 43.1C37.5 39.5 44.7 34.4 48.4 31.4C50.4 32.1 51.8 31.3 52.3 30.5Z';
const YU =
  'M70.1 55.9 64.7 62.9H45L45.8 65.7H77.2C78.6 65.7 79.6 65.2 79.9 64.1C76.2 60.7 70.1 55.9 70.1 55.9ZM85.6 14.9 79.2 22.7H61.9L63.2 7.9C65.7 8 66.6 6.8 67 5.6L52.5 2.8C52.3 11.4 50.3 31.7 48.6 42.6C47.3 43.3 46.1 44.2 45.2 45L55.8 51.2L59.8 46.3H82.4C81.3 67.1 79.2 81.2 76 83.9C75 84.8 74 85 72.2 85C69.8 85 61.6 84.5 56.5 84L56.4 85.4C61.2 86.3 65.7 87.8 67.5 89.5C69.4 91.1 69.9 93.8 69.9 97C76.3 97 80.4 95.7 83.8 92.7C89.3 88.1 91.9 73.3 93.3 48C95.4 47.8 96.7 47.1 97.5 46.3L87.4 37.6L81.5 43.4H59.5C60.2 38.4 60.9 31.9 61.6 25.6H94.3C95.7 25.6 96.8 25.1 97 24C92.7 20.2 85.6 14.9 85.6 14.9ZM46.3 23.2 33.6 22V67.8L29.1 68.1V9C31.4 8.7 32.1 7.8 32.3 6.5L20.5 5.3V68.7L16.1 69V25.8C17.9 25.5 18.6 24.7 18.8 23.6L6.9 22.3V67.3C6.9 69.4 6.6 70.2 4.4 71.6L8.9 81.2C9.9 80.8 11 79.8 11.8 78.3C20.1 75.9 27.7 73.3 33.6 71.3V80.6H35.5C39 80.6 43.2 78.6 43.2 77.6V25.6C45.3 25.2 46 24.4 46.3 23.2Z';

/** LAMPISLE in drawn capitals of height 32; strokes only, so that no font is needed. */
const LETTERS: Record<string, readonly [width: number, d: string]> = {
  L: [18, 'M0 0V32H17'],
  A: [28, 'M0 32L13 0L26 32M4.500 21.500H21.500'],
  M: [30, 'M0 32V0L14 21L28 0V32'],
  P: [20, 'M0 32V0H9Q18 0 18 9T9 18H0'],
  I: [4, 'M0 0V32'],
  S: [21, 'M17.500 5Q14.500 0 9 0Q1 0 1 7.500T9.500 15.500Q18.500 17 18.500 24.500T9.500 32Q3 32 0 26.500'],
  E: [18, 'M16 0H0V32H17M0 15.500H13.500'],
};

const wordmark = (ink: string) => (): Sheet => {
  const sheet = new Sheet('0 0 300 100');
  sheet.add(group('translate(4 2) scale(.96)', markParts(ink)));
  sheet.add(
    group('translate(116 2) scale(.66)', [path(DENG, ink)]),
    group('translate(188 2) scale(.66)', [path(YU, ink)]),
  );
  let x = 119;
  for (const letter of 'LAMPISLE') {
    const [width, d] = LETTERS[letter]!;
    sheet.add(`<g transform="translate(${Math.round(x * 10) / 10} 77) scale(.5)">${line(d, ink, 4.2)}</g>`);
    x += width * 0.5 + 8.4;
  }
  return sheet;
};

const stars = (list: readonly (readonly [number, number, number])[]): string[] =>
  list.map(([x, y, r]) => circle(x, y, r, '#FFE9C4', fade(0.3 + r * 0.25)));

/** The far island at the right; `lit` puts the lamp on its tower. */
function farIsland(sheet: Sheet, y: number, fill: string, lit: boolean): void {
  if (lit) sheet.glow(362, y - 36, 74, 1);
  sheet.add(
    path(
      `M306 ${y}Q330 ${y - 13} 346 ${y - 12}Q356 ${y - 26} 370 ${y - 24}Q384 ${y - 22} 400 ${y - 4}V${y}Z`,
      fill,
    ),
    path(`M359 ${y - 22}L360 ${y - 36}H366L367 ${y - 22}Z`, fill),
    circle(363, y - 38.5, 3.4, lit ? '#FFF3D9' : '#8FA6A0', lit ? '' : fade(0.7)),
  );
}

/** 银卡: a grey morning, the sun still pale. 400 by 240; the app lays the lamp and its progress over the horizon at y 150. */
function sky(): Sheet {
  const sheet = new Sheet('0 0 400 240');
  sheet.add(
    rect(0, 0, 400, 150, 0, sheet.linear('0 0 0 1', '0 #6E8281, 0.55 #93A5A1, 1 #C2C8BC')),
    rect(0, 150, 400, 90, 0, sheet.linear('0 0 0 1', '0 #7F9492, 1 #4F6767')),
    circle(304, 74, 26, '#E9ECE6', fade(0.85)),
    circle(304, 74, 44, '#FFFFFF', fade(0.12)),
    lines(['M196 66h64', 'M232 82h44', 'M332 60h44'], '#FFFFFF', 5, fade(0.16)),
    path('M250 150Q274 138 296 141Q318 126 336 136L352 150Z', '#7C908E', fade(0.7)),
    rect(0, 138, 400, 12, 0, '#FFFFFF', fade(0.1)),
  );
  farIsland(sheet, 150, '#3F5757', false);
  return sheet.add(
    lines(['M276 162h56', 'M290 172h28', 'M296 182h16'], '#FFFFFF', 2, fade(0.28)),
    line('M0 150H400', '#FFFFFF', 1, fade(0.35)),
  );
}

/** 金卡: dusk over a green sea; the light of the lamp lies ahead. */
function sea(): Sheet {
  const sheet = new Sheet('0 0 400 240');
  sheet.add(
    rect(0, 0, 400, 150, 0, sheet.linear('0 0 0 1', '0 #0E2122, 0.6 #1E3D3C, 1 #4A5F50')),
    rect(0, 150, 400, 90, 0, sheet.linear('0 0 0 1', '0 #22403E, 1 #0D1F20')),
    ellipse(330, 150, 150, 62, sheet.radial('0.5 0.5 0.5', '0 #F4C77F 0.5, 0.5 #E6AE57 0.14, 1 #E6AE57 0')),
    rect(0, 151, 400, 89, 0, '#0F2424', fade(0.55)),
    ...stars([
      [34, 96, 0.9],
      [120, 30, 0.8],
      [188, 62, 1],
      [236, 24, 0.8],
      [286, 58, 0.9],
      [352, 34, 1],
      [84, 58, 0.7],
    ]),
  );
  farIsland(sheet, 150, '#0A1819', false);
  return sheet.add(
    lines(['M300 160h40', 'M308 170h24', 'M296 180h32'], LAMP_PALE, 1.6, fade(0.3)),
    line('M0 150H400', '#FFFFFF', 1, fade(0.22)),
  );
}

/** 黑卡: night; the lamp stands on its island. */
function lamp(): Sheet {
  const sheet = new Sheet('0 0 400 240');
  sheet.add(
    rect(0, 0, 400, 150, 0, sheet.linear('0 0 0 1', '0 #070B0C, 0.7 #101A1B, 1 #22302C')),
    rect(0, 150, 400, 90, 0, sheet.linear('0 0 0 1', '0 #121D1D, 1 #060A0B')),
    ...stars([
      [28, 40, 1],
      [70, 88, 0.7],
      [112, 22, 0.9],
      [150, 68, 0.8],
      [196, 36, 1.1],
      [226, 92, 0.7],
      [262, 18, 0.9],
      [296, 66, 0.8],
      [338, 20, 1],
      [382, 52, 0.8],
      [48, 120, 0.6],
      [180, 116, 0.6],
    ]),
    path('M362 112L180 92V132Z', sheet.linear('1 0 0 0', '0 #FFE3AE 0.34, 1 #FFE3AE 0')),
  );
  sheet.glow(362, 150, 96, 0.5);
  farIsland(sheet, 150, '#040808', true);
  return sheet.add(
    rect(0, 150, 400, 90, 0, '#060A0B', fade(0.3)),
    lines(['M346 160h34', 'M340 170h38', 'M352 181h24', 'M344 193h22'], '#FFDFA5', 1.8, fade(0.5)),
    line('M0 150H400', '#FFFFFF', 1, fade(0.18)),
  );
}

/** Nothing yet: the lamp is a ring, not lit. Lines and land take a mid green that reads in both themes. */
function empty(): Sheet {
  const tone = '#5E7A75';
  const [, ...rest] = island(tone);
  return new Sheet('0 0 200 140').add(
    group('translate(100 62) scale(1.350)', [
      circle(0, -20, 10.5, 'none', `stroke="${tone}" stroke-width="2.600"`),
      ...rest,
    ]),
  );
}

export const BRAND_PICTURES: Record<string, () => Sheet> = {
  logo: logo(INK),
  'logo-light': logo('#F6F3EA'),
  wordmark: wordmark(INK),
  'wordmark-light': wordmark('#F6F3EA'),
  'card-scene-sky': sky,
  'card-scene-sea': sea,
  'card-scene-lamp': lamp,
  empty,
};
