/** Can the brand's words be read on their grounds? WCAG 2.1 contrast, computed from brand.json. */
import brand from '../../theme/brand.json';

type Mode = 'light' | 'dark';
type ColorName = keyof typeof brand.color;

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 (same colour) to 21 (black on white); colours as #RRGGBB. */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair of the brand that falls below its need, in words; empty = all can be read. */
export function weakPairs(): string[] {
  const weak: string[] = [];
  for (const [front, back, need] of brand.contrast as [ColorName, ColorName, number][]) {
    for (const mode of ['light', 'dark'] as Mode[]) {
      const ratio = contrastOf(brand.color[front][mode], brand.color[back][mode]);
      if (ratio < need) weak.push(`${front} on ${back} (${mode}) ${ratio.toFixed(2)} < ${need}`);
    }
  }
  return weak;
}
