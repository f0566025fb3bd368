/**
 * Turns the brand's one file (theme/brand.json) into CSS variables for light and dark, and refuses a brand
 * whose words cannot be read: a text/ground pair below its WCAG need stops the build with the pair's name.
 */
import fs from 'node:fs';
import path from 'node:path';

interface Pair {
  fg: string;
  bg: string;
  need: number;
}
interface TwoTone {
  light: string;
  dark: string;
}
export interface Brand {
  color: Record<string, TwoTone>;
  contrast: Pair[];
  scene: Record<string, string | string[]>;
  sceneContrast: Pair[];
  page: Record<string, TwoTone>;
  type: { family: { ui: string }; scale: Record<string, { size: number; line: number; weight: number }> };
  radius: Record<string, number>;
  shadow: Record<string, TwoTone | string>;
}

export function readBrand(root: string): Brand {
  return JSON.parse(fs.readFileSync(path.join(root, 'theme/brand.json'), 'utf8')) as Brand;
}

function luminance(hex: string): number {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.1 contrast of two opaque `#rrggbb` colours: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Every pair that falls short, as a sentence; empty when the brand is readable. */
export function contrastFaults(brand: Brand): string[] {
  const faults: string[] = [];
  const check = (where: string, pair: Pair, fg?: string, bg?: string): void => {
    if (!fg || !bg) faults.push(`${where}: ${pair.fg} on ${pair.bg} names a colour that is not there`);
    else if (contrast(fg, bg) < pair.need)
      faults.push(`${where}: ${pair.fg} on ${pair.bg} is ${contrast(fg, bg).toFixed(2)}, needs ${pair.need}`);
  };
  for (const theme of ['light', 'dark'] as const)
    for (const pair of brand.contrast)
      check(theme, pair, brand.color[pair.fg]?.[theme], brand.color[pair.bg]?.[theme]);
  const scene = sceneColors(brand);
  for (const pair of brand.sceneContrast)
    check('scene', pair, scene[pair.fg.replace('.', '-')], scene[pair.bg.replace('.', '-')]);
  return faults;
}

function sceneColors(brand: Brand): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(brand.scene)) {
    if (typeof value === 'string') flat[name] = value;
    else value.forEach((color, index) => (flat[`${name}-${index}`] = color));
  }
  return flat;
}

function themed(brand: Brand, theme: 'light' | 'dark'): string {
  const lines = [
    ...Object.entries(brand.color).map(([name, tone]) => `--c-${name}:${tone[theme]};`),
    ...Object.entries(brand.page).map(([name, tone]) => `--p-${name}:${tone[theme]};`),
    ...Object.entries(brand.shadow).map(
      ([name, tone]) => `--sh-${name}:${typeof tone === 'string' ? tone : tone[theme]};`,
    ),
  ];
  return lines.join('');
}

/**
 * The variables for one target. Mini-programs hang them on `page`, the browser on `:root`; `.theme-dark` and
 * `.theme-light` on any element override what the system says.
 */
export function themeCss(brand: Brand, platform: string): string {
  const faults = contrastFaults(brand);
  if (faults.length > 0)
    throw new Error(`theme/brand.json is not readable enough:\n  ${faults.join('\n  ')}`);
  const root = platform === 'h5' ? ':root' : 'page';
  const fixed = [
    ...Object.entries(sceneColors(brand)).map(([name, value]) => `--s-${name}:${value};`),
    ...Object.entries(brand.radius).map(([name, value]) => `--r-${name}:${value}px;`),
    `--font:${brand.type.family.ui};`,
  ].join('');
  const dark = themed(brand, 'dark');
  const followsSystem = platform === 'jd' ? '' : `@media (prefers-color-scheme:dark){${root}{${dark}}}`;
  return [
    `${root}{${fixed}${themed(brand, 'light')}}`,
    followsSystem,
    `.theme-dark{${dark}}`,
    `.theme-light{${themed(brand, 'light')}}`,
  ].join('\n');
}

/**
 * WeChat's own theme file: colours of bars and tab bar, and the tab pictures, for light and dark. It has to lie
 * in the app's source folder; a test holds it to the brand.
 */
export function wechatTheme(
  brand: Brand,
  tabs: readonly string[],
): Record<'light' | 'dark', Record<string, string>> {
  const tone = (theme: 'light' | 'dark'): Record<string, string> => {
    const end = theme === 'dark' ? '-dark' : '';
    const icons = tabs.flatMap((tab) => [
      [`tab_${tab}`, `assets/tabs/${tab}${end}.png`],
      [`tab_${tab}_on`, `assets/tabs/${tab}-on${end}.png`],
    ]);
    return {
      bg: brand.color.bg![theme],
      surface: brand.color.surface![theme],
      barText: theme === 'dark' ? 'white' : 'black',
      pullText: theme === 'dark' ? 'light' : 'dark',
      tabText: brand.color.ink3![theme],
      tabOn: brand.color.primary![theme],
      tabLine: theme === 'dark' ? 'black' : 'white',
      ...(Object.fromEntries(icons) as Record<string, string>),
    };
  };
  return { light: tone('light'), dark: tone('dark') };
}
