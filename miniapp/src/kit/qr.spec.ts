import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { qrModules, qrPng } from './qr';

/** Reads the PNG back with Node's own inflate: header, then one bit a pixel. */
function readPng(dataUrl: string): { width: number; dark: (x: number, y: number) => boolean } {
  const bytes = Buffer.from(dataUrl.split(',')[1]!, 'base64');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const width = bytes.readUInt32BE(16);
  const idat = bytes.indexOf('IDAT');
  const raw = inflateSync(bytes.subarray(idat + 4, idat + 4 + bytes.readUInt32BE(idat - 4)));
  const stride = Math.ceil(width / 8) + 1;
  return { width, dark: (x, y) => ((raw[y * stride + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0 };
}

describe('the picture of a code', () => {
  const text = 'TD1.620488.173950.0123456789abcdef0123';

  it('is a whole PNG that shows every module, with four quiet ones around', () => {
    const modules = qrModules(text);
    const png = readPng(qrPng(text));
    const scale = png.width / (modules.length + 8);
    expect(Number.isInteger(scale)).toBe(true);
    for (let row = -4; row < modules.length + 4; row += 1)
      for (let column = -4; column < modules.length + 4; column += 1) {
        const middle = (at: number): number => (at + 4) * scale + Math.floor(scale / 2);
        expect(png.dark(middle(column), middle(row))).toBe(modules[row]?.[column] ?? false);
      }
  });
});
