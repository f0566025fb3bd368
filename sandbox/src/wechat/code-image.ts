/** `getwxacodeunlimit`: checks the scene and answers with a real PNG, a round pattern drawn from the scene's digest. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Bag } from '../fields.js';
import { WechatRefusal } from './protocol.js';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/** The picture. It looks like a mini-program code but only a sandbox could read it: the real pattern is not public. */
export function codeImage(body: Bag): Buffer {
  const { scene, page, env_version: version, width = 430, check_path: checkPath } = body;
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatRefusal(40169, 'invalid scene'); // [U] the number
  if (page !== undefined && (typeof page !== 'string' || !/^[^/?][^?]{0,127}$/.test(page)))
    throw new WechatRefusal(41030, 'invalid page');
  if (version !== undefined && !['release', 'trial', 'develop'].includes(String(version)))
    throw new WechatRefusal(40097, 'invalid args'); // [U]
  if (checkPath !== undefined && typeof checkPath !== 'boolean')
    throw new WechatRefusal(47001, 'data format error');
  if (typeof width !== 'number' || !Number.isInteger(width))
    throw new WechatRefusal(47001, 'data format error');
  return drawPng(Math.min(Math.max(width, 280), 1280), `${scene} ${String(page ?? '')}`);
}

const RAYS = 48;
const RINGS = 8;

function drawPng(size: number, seed: string): Buffer {
  const bits = createHash('sha512').update(seed).digest();
  const middle = size / 2;
  const rows = Buffer.alloc(size * (size + 1), 255);
  for (let y = 0; y < size; y++) {
    rows[y * (size + 1)] = 0; // filter "none"
    for (let x = 0; x < size; x++) {
      const radius = Math.hypot(x - middle, y - middle) / middle;
      const turn = (Math.atan2(y - middle, x - middle) + Math.PI) / (2 * Math.PI);
      if (isInk(radius, turn, bits)) rows[y * (size + 1) + 1 + x] = 27;
    }
  }
  return png(size, rows);
}

function isInk(radius: number, turn: number, bits: Buffer): boolean {
  if (radius < 0.34) return radius > 0.3;
  if (radius > 0.98 || radius < 0.4) return false;
  const ray = Math.floor(turn * RAYS) % RAYS;
  const ring = Math.min(Math.floor(((radius - 0.4) / 0.58) * RINGS), RINGS - 1);
  const bit = ray * RINGS + ring;
  const within = (turn * RAYS) % 1;
  return within > 0.25 && within < 0.75 && (((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}

/** 8-bit grey, one IDAT. */
function png(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
