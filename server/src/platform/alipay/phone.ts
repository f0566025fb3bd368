/** The sealed number of Alipay's phone button: the signature covers the ciphertext, so it comes first. */
import { createDecipheriv } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { jsonObject } from '../json.js';
import { isMobile, type VerifiedPhone } from '../platform-login.js';
import { Problem } from '../problem.js';
import { AlipayClient } from './client.js';
import { strictMembers } from './strict-json.js';

@Injectable()
export class AlipayPhone {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(AlipayClient) private readonly alipay: AlipayClient,
  ) {
    this.key = Buffer.from(config.alipay.aesKey, 'base64');
  }

  /** `response` is the text the app was given: `{"response":"<base64>","sign":"…"}`, unchanged. */
  async verify(response: string): Promise<VerifiedPhone> {
    const { ciphertext, sign } = this.parts(response);
    // Over the ciphertext with its double quotes.
    if (!this.alipay.isSigned(`"${ciphertext}"`, sign)) throw new Problem('phone_payload_invalid');
    const content = jsonObject(this.decrypt(ciphertext));
    if (!content) throw new Problem('phone_payload_invalid');
    const { code, mobile, sub_code: subCode } = content;
    if (code !== '10000')
      throw new Problem('platform_refused', { reason: `alipay ${String(subCode ?? code)}` });
    // May be empty: a user without a number.
    if (!isMobile(mobile)) throw new Problem('platform_refused', { reason: 'no mainland mobile number' });
    return { phone: mobile, proof: ciphertext };
  }

  private parts(response: string): { ciphertext: string; sign: unknown } {
    try {
      const members = strictMembers(response);
      const ciphertext: unknown = JSON.parse(members.get('response') ?? 'null');
      const sign: unknown = JSON.parse(members.get('sign') ?? 'null');
      if (typeof ciphertext === 'string') return { ciphertext, sign };
    } catch {
      // falls through: not what the phone button gives
    }
    throw new Problem('phone_payload_invalid');
  }

  /** AES-128-CBC, PKCS#7, all-zero iv. */
  private decrypt(ciphertext: string): string {
    try {
      const decipher = createDecipheriv('aes-128-cbc', this.key, Buffer.alloc(16));
      return Buffer.concat([decipher.update(ciphertext, 'base64'), decipher.final()]).toString('utf8');
    } catch {
      throw new Problem('phone_payload_invalid');
    }
  }
}
