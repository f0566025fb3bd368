import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, contrastFaults, readBrand, themeCss, wechatTheme } from '../config/theme';

const brand = readBrand(path.resolve(__dirname, '..'));

describe('the theme', () => {
  it('is readable: every pair reaches its contrast in light and dark', () => {
    expect(contrastFaults(brand)).toEqual([]);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#1B2423', '#F5F4F0')).toBeCloseTo(14.42, 1);
  });

  it('stops the build of a brand that cannot be read', () => {
    const pale = structuredClone(brand);
    pale.color.ink3!.light = '#C0C0C0';
    expect(() => themeCss(pale, 'weapp')).toThrow(/ink3 on bg/);
  });

  it('says so when a pair names a colour that is not there', () => {
    const odd = structuredClone(brand);
    odd.contrast.push({ fg: 'nothing', bg: 'bg', need: 4.5 });
    expect(contrastFaults(odd)[0]).toMatch(/nothing on bg names a colour/);
  });

  it('follows the system where the platform does, and never on JD', () => {
    expect(themeCss(brand, 'weapp')).toContain('@media (prefers-color-scheme:dark){page{');
    expect(themeCss(brand, 'h5')).toContain(':root{');
    expect(themeCss(brand, 'jd')).not.toContain('@media');
  });

  it.each([
    ['consumer', ['home', 'bag', 'qr', 'wrench', 'me']],
    ['clerk', ['scan', 'list', 'me']],
  ])("is what WeChat's own theme file of the %s app says, with a picture for every tab", (app, tabs) => {
    const folder = path.resolve(__dirname, '../src', app);
    const theme = JSON.parse(fs.readFileSync(path.join(folder, 'theme.json'), 'utf8')) as unknown;
    expect(theme).toEqual(wechatTheme(brand, tabs));
    for (const tab of tabs)
      for (const end of ['', '-on', '-dark', '-on-dark'])
        expect(fs.existsSync(path.join(folder, `assets/tabs/${tab}${end}.png`))).toBe(true);
  });
});
