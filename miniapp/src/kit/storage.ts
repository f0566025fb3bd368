/** What the app keeps on the device. Reads never throw: a full or broken storage is an empty one. */
import Taro from '@tarojs/taro';
import { host } from './platform';

const named = (key: string): string => `td${host.scope()}.${key}`;

export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(named(key), JSON.stringify(value));
  } catch {
    // The app works without it; the next start only shows its first screen a little later.
  }
}

export function kept<T>(key: string): T | null {
  try {
    const text = Taro.getStorageSync(named(key)) as unknown;
    return typeof text === 'string' && text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(named(key));
  } catch {
    // Nothing to forget.
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A name that will not come twice: time and chance. It is not a secret. */
export function freshName(length = 24): string {
  let text = Date.now().toString(36);
  while (text.length < length) text += LETTERS[Math.floor(Math.random() * LETTERS.length)];
  return text.slice(0, length);
}
