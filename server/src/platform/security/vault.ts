/**
 * Personal data at rest: AES-256-GCM with a random nonce, and a blind index (HMAC-SHA256) where a value must
 * be found again. Layout of a sealed value: key version (1 byte), nonce (12), tag (16), ciphertext.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';

const KEY_VERSION = 1;

@Injectable()
export class Vault {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.config.dataKey, nonce, { authTagLength: 16 });
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(KEY_VERSION), nonce, cipher.getAuthTag(), content]);
  }

  /** Throws when the value was changed or sealed under another key. */
  open(sealed: Buffer): string {
    if (sealed.length < 29 || sealed[0] !== KEY_VERSION) throw new Error('sealed under an unknown key');
    const decipher = createDecipheriv('aes-256-gcm', this.config.dataKey, sealed.subarray(1, 13), {
      authTagLength: 16,
    });
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
  }

  /** The same text gives the same 32 bytes, of no use without the key. `purpose` keeps indexes apart. */
  index(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.config.indexKey).update(`${purpose}\0${text}`).digest();
  }
}

/** Compares secrets without telling by time where they differ. */
export function sameSecret(a: Uint8Array | string, b: Uint8Array | string): boolean {
  const left = Buffer.from(a as string);
  const right = Buffer.from(b as string);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** "139****2071" */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** "林*": the first character stays. */
export function maskName(name: string): string {
  const letters = [...name];
  return letters.length === 0 ? '会员' : `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 1))}`;
}
