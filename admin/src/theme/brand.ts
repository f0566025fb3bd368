/** One file, theme/brand.json, gives the panel its colours: as CSS variables for our parts, as tokens for antd. */
import type { ThemeConfig } from 'antd';
import brand from '../../theme/brand.json';

export type ColorName = keyof typeof brand.color;
type Mode = 'light' | 'dark';

export const BRAND_NAME = brand.$meta.name.split(' ')[0]!;
export const PRODUCT_NAME = brand.$meta.product;

export function colorOf(name: ColorName, mode: Mode = 'light'): string {
  return brand.color[name][mode];
}

function variables(mode: Mode): string {
  return Object.entries(brand.color)
    .map(([name, value]) => `--${name}:${value[mode]}`)
    .join(';');
}

/** Puts the brand's variables into the page; `data-theme="dark"` on any element turns what is inside dark. */
export function putBrandIntoPage(page: Document): void {
  const style = page.createElement('style');
  style.textContent = `:root{${variables('light')};--family:${brand.type.family}}[data-theme=dark]{${variables('dark')}}`;
  page.head.append(style);
}

function isColor(value: unknown): value is ColorName {
  return typeof value === 'string' && value in brand.color;
}

const token = Object.fromEntries(
  Object.entries(brand.adminMap).map(([name, value]) => [name, isColor(value) ? colorOf(value) : value]),
);

export const antdTheme: ThemeConfig = {
  token: { ...token, fontFamily: brand.type.family, motionDurationMid: '0.16s', motionDurationSlow: '0.2s' },
  components: {
    Table: {
      headerBg: colorOf('surface'),
      headerColor: colorOf('ink3'),
      headerSplitColor: 'transparent',
      rowHoverBg: colorOf('bg'),
      cellPaddingBlockSM: 7,
      cellFontSizeSM: 13,
      borderColor: colorOf('line'),
      headerBorderRadius: 0,
    },
    Segmented: { trackBg: colorOf('surface2'), itemSelectedBg: colorOf('surface') },
    Button: {
      defaultBorderColor: colorOf('line2'),
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
    },
    Form: { labelColor: colorOf('ink2'), itemMarginBottom: 17 },
    Modal: { titleFontSize: 17 },
  },
};
