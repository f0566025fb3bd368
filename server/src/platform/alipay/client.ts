/**
 * Alipay's gateway with the official SDK's signing and our own transport and verification: the SDK verifies
 * only on demand, and then cuts the signed text out by searching, which a doubled response node deceives.
 */
import type { KeyObject } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AlipaySdk } from 'alipay-sdk';
import { shanghaiText } from '@tongdian/shared/kernel/time';
import { CONFIG, type Config } from '../config.js';
import { HttpClient } from '../http-client.js';
import { isSignedBy, readPublicKey } from '../security/rsa.js';
import { strictMembers } from './strict-json.js';

/** What came back, verified: the method's node, or the gateway's refusal. */
export interface AlipayAnswer {
  /** "10000" is success; some methods leave it out on success. */
  code: string;
  subCode: string;
  content: Record<string, unknown>;
}

/** The answer is not Alipay's, or not whole: worth as much as none. */
export class AlipayForged extends Error {
  constructor(
    message: string,
    readonly status = 200,
  ) {
    super(message);
  }
}

@Injectable()
export class AlipayClient {
  private readonly log = new Logger('alipay');
  private readonly sdk: AlipaySdk;
  private readonly key: KeyObject;
  private readonly nextKey: KeyObject | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HttpClient) private readonly http: HttpClient,
  ) {
    const { appId, privateKey, publicKey, nextPublicKey, aesKey, gateway, endpoint } = config.alipay;
    this.key = readPublicKey(publicKey, 'ALIPAY_PUBLIC_KEY');
    this.nextKey = nextPublicKey && readPublicKey(nextPublicKey.key, 'ALIPAY_NEXT_PUBLIC_KEY');
    this.sdk = new AlipaySdk({
      appId,
      privateKey,
      keyType: 'PKCS8',
      alipayPublicKey: publicKey,
      encryptKey: aesKey,
      gateway,
      endpoint,
      signType: 'RSA2',
      timeout: 10_000,
    });
  }

  /**
   * Calls a method with top-level parameters, or with `bizContent` (keys in snake case).
   * Throws NoAnswer or AlipayForged (no genuine one).
   */
  async call(method: string, params: Record<string, string | object>): Promise<AlipayAnswer> {
    // The SDK would write the machine's local time; Alipay reads Shanghai's. The platforms live in true
    // time, also while a rehearsal has moved the server's clock.
    const signed = this.sdk.sdkExecute(
      method,
      { ...params, timestamp: shanghaiText(new Date()) },
      { bizContentAutoSnakeCase: false },
    );
    const { status, body } = await this.http.send({
      method: 'POST',
      url: this.config.alipay.gateway,
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
        accept: 'application/json',
      },
      body: signed,
    });
    if (status !== 200) throw new AlipayForged(`${method} answered HTTP ${status}`, status);
    return this.verified(method, body.toString('utf8'));
  }

  /** RSA2 (SHA-256) over the exact text, the signature in canonical base64; by the next key while it is time. */
  isSigned(text: string, sign: unknown): boolean {
    if (typeof sign !== 'string') return false;
    if (isSignedBy(this.key, text, sign)) return true;
    const until = this.config.alipay.nextPublicKey?.until;
    return this.nextKey !== null && !!until && new Date() < until && isSignedBy(this.nextKey, text, sign);
  }

  /** Exactly one response node and one signature, no key twice, the signature over the node as it came. */
  private verified(method: string, raw: string): AlipayAnswer {
    const key = `${method.replaceAll('.', '_')}_response`;
    let members: Map<string, string>;
    try {
      members = strictMembers(raw);
    } catch (error) {
      throw new AlipayForged(`${method}: ${(error as Error).message}`);
    }
    const refused = members.has('error_response');
    const node = members.get(refused ? 'error_response' : key);
    const unknown = [...members.keys()].some(
      (name) => name !== key && name !== 'error_response' && name !== 'sign' && name !== 'alipay_cert_sn',
    );
    if (node === undefined || unknown || (refused && members.has(key)))
      throw new AlipayForged(`${method}: not one response node`);
    const sign = members.get('sign');
    // A gateway refusal may come unsigned; it grants nothing, so it may be believed.
    if (!(refused && sign === undefined) && !this.isSigned(node, sign && (JSON.parse(sign) as unknown)))
      throw new AlipayForged(`${method}: the signature does not fit`);
    const content = JSON.parse(node) as Record<string, unknown>;
    const text = (name: string): string => (typeof content[name] === 'string' ? content[name] : '');
    const answer = {
      code: text('code') || (refused ? '40004' : '10000'),
      subCode: text('sub_code'),
      content,
    };
    if (answer.code !== '10000') this.log.warn(`${method} refused: ${answer.code} ${answer.subCode}`);
    return answer;
  }
}
