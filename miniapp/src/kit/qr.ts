/**
 * A QR code as a PNG data URL. PNG, because every vendor's Image draws it; written here in stored blocks,
 * because a code page must work without network and a canvas is a different one on each platform.
 */
import qrcode from 'qrcode-generator';

const QUIET = 4;
const SCALE = 6;

/** Dark modules as rows of booleans, without the quiet zone. */
export function qrModules(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  );
}

/** Black on white with four quiet modules on every side. */
export function qrPng(text: string): string {
  const modules = qrModules(text);
  const width = (modules.length + QUIET * 2) * SCALE;
  const stride = Math.ceil(width / 8);
  const blank = new Uint8Array(stride + 1).fill(255);
  blank[0] = 0;
  const rows: Uint8Array[] = [];
  for (let line = 0; line < modules.length + QUIET * 2; line += 1) {
    const row = modules[line - QUIET] ? drawn(modules[line - QUIET]!, stride) : blank;
    for (let copy = 0; copy < SCALE; copy += 1) rows.push(row);
  }
  const head = [...word(width), ...word(width), 1, 0, 0, 0, 0];
  const bytes = [
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', head),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ];
  return `data:image/png;base64,${base64(bytes)}`;
}

function drawn(modules: boolean[], stride: number): Uint8Array {
  const row = new Uint8Array(stride + 1).fill(255);
  row[0] = 0;
  modules.forEach((dark, index) => {
    if (!dark) return;
    for (let x = (index + QUIET) * SCALE; x < (index + QUIET + 1) * SCALE; x += 1) {
      row[1 + (x >> 3)]! &= ~(128 >> (x & 7));
    }
  });
  return row;
}

/** zlib with stored blocks: a header, the bytes as they are, a checksum. */
function stored(rows: Uint8Array[]): number[] {
  const raw: number[] = [];
  for (const row of rows) for (const byte of row) raw.push(byte);
  const out = [0x78, 0x01];
  const limit = 65_535;
  for (let at = 0; at < raw.length; at += limit) {
    const size = Math.min(limit, raw.length - at);
    out.push(at + size === raw.length ? 1 : 0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255);
    for (let index = at; index < at + size; index += 1) out.push(raw[index]!);
  }
  return [...out, ...word(adler(raw))];
}

function adler(bytes: number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc(bytes: number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function word(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(name: string, data: number[]): number[] {
  const body = [...[...name].map((letter) => letter.charCodeAt(0)), ...data];
  return [...word(data.length), ...body, ...word(crc(body))];
}

function base64(bytes: number[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]];
    text += letters[a >> 2]! + letters[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text += b === undefined ? '=' : letters[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    text += c === undefined ? '=' : letters[c & 63]!;
  }
  return text;
}
