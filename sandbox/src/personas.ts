/** The people who hold the phones of the preview. The same person has another openid on each platform, one phone. */
import { createHash } from 'node:crypto';
import { hmacHex } from './crypto.js';
import type { Keys } from './keys.js';
import type { Platform } from './state.js';

export interface Persona {
  id: string;
  name: string;
  phone: string;
}

export const PERSONAS: readonly Persona[] = [
  { id: 'lin', name: '林晚', phone: '13900002071' },
  { id: 'xu', name: '许知远', phone: '13900003152' },
  { id: 'he', name: '何岸', phone: '13900004263' },
  { id: 'zhou', name: '周小满', phone: '13900005374' },
];

export const USER_PATTERN = '^[0-9A-Za-z._-]{1,64}$';
export const PHONE_PATTERN = '^1[3-9][0-9]{9}$';

/** Any id is a person: unknown ones get a phone of their own from their id. */
export function persona(id: string): Persona {
  const known = PERSONAS.find((person) => person.id === id);
  if (known) return known;
  const digits = BigInt(`0x${createHash('sha256').update(id).digest('hex').slice(0, 15)}`).toString();
  return { id, name: id, phone: `138${digits.slice(-8).padStart(8, '0')}` };
}

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

/** Stable over restarts as long as the data folder is. */
export function openidOf(keys: Keys, platform: Platform, user: string): string {
  const digest = hmacHex(keys.personaSeed, `${platform} ${user}`);
  if (platform === 'wechat') return `o${base64url(digest).replace(/[-_]/g, 'x').slice(0, 27)}`;
  if (platform === 'alipay') return base64url(digest).slice(0, 42);
  return base64url(digest).slice(0, 43);
}

/** The user id of apps that Alipay has not moved to open_id. */
export function alipayUserIdOf(keys: Keys, user: string): string {
  const digits = BigInt(`0x${hmacHex(keys.personaSeed, `alipay user ${user}`).slice(0, 15)}`).toString();
  return `2088${digits.slice(-12).padStart(12, '0')}`;
}

/** WeChat's unionid, Alipay's union_id, JD's xid: one person over the apps of one owner. */
export function unionidOf(keys: Keys, platform: Platform, user: string): string {
  const digest = base64url(hmacHex(keys.personaSeed, `union ${platform} ${user}`));
  return platform === 'jd' ? `o*AAR${digest.slice(0, 36)}` : `o${digest.replace(/[-_]/g, 'y').slice(0, 27)}`;
}
