/**
 * WeChat's mini-program server API (`api.weixin.qq.com`): failures come as HTTP 200 with an errcode. Keeps
 * the stable access token for this process; parallel calls that find none ask for it once.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { HttpClient, NoAnswer, type Outgoing } from '../http-client.js';
import { jsonObject } from '../json.js';
import { Problem } from '../problem.js';

/** The token ended earlier than it said: ask for one again, once. */
const TOKEN_OVER = new Set([40001, 42001]);
/** Renewed before its end, as the old and the new one live together for 5 minutes. */
const RENEW_BEFORE_MS = 300_000;

type WechatRequest = Pick<Outgoing, 'method' | 'body'> & { headers?: Record<string, string> };

export interface WechatAnswer {
  errcode: number;
  content: Record<string, unknown>;
}

@Injectable()
export class WechatClient {
  private readonly log = new Logger('wechat');
  private token: { value: string; renewAt: number } | null = null;
  private asking: Promise<string> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HttpClient) private readonly http: HttpClient,
  ) {}

  /** A call that needs no access token. Refuses with platform_down when there is no answer to speak of. */
  async ask(path: string, asked: WechatRequest): Promise<WechatAnswer> {
    const content = await this.answer(path, asked);
    const errcode = content['errcode'] ?? 0;
    if (typeof errcode !== 'number') throw new Problem('platform_down');
    // -1 busy, 45009 and 45011 over a quota: try later.
    if (errcode === -1 || errcode === 45009 || errcode === 45011) throw new Problem('platform_down');
    return { errcode, content };
  }

  /** A call in the name of the app. */
  async askWithToken(path: string, body: object): Promise<WechatAnswer> {
    const asked: WechatRequest = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const token = await this.accessToken();
    const first = await this.ask(`${path}?access_token=${encodeURIComponent(token)}`, asked);
    if (!TOKEN_OVER.has(first.errcode)) return first;
    const fresh = await this.accessToken(token);
    return this.ask(`${path}?access_token=${encodeURIComponent(fresh)}`, asked);
  }

  /** `over` names a token that the platform no longer takes. */
  private async accessToken(over?: string): Promise<string> {
    const { token } = this;
    if (token && token.value !== over && Date.now() < token.renewAt) return token.value;
    this.asking ??= this.fetchToken(over !== undefined && token?.value === over).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async fetchToken(force: boolean): Promise<string> {
    const { appId, appSecret } = this.config.wechat;
    const { errcode, content } = await this.ask('/cgi-bin/stable_token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
        force_refresh: force,
      }),
    });
    const { access_token: value, expires_in: seconds } = content;
    if (errcode !== 0 || typeof value !== 'string' || value === '' || typeof seconds !== 'number') {
      this.log.error(`stable_token refused: ${errcode}`);
      throw new Problem('platform_down');
    }
    this.token = { value, renewAt: Date.now() + Math.max(seconds * 1_000 - RENEW_BEFORE_MS, 1_000) };
    return value;
  }

  private async answer(path: string, asked: WechatRequest): Promise<Record<string, unknown>> {
    try {
      const { status, body } = await this.http.send({
        headers: {},
        ...asked,
        url: `${this.config.wechat.apiBase}${path}`,
      });
      const content = status === 200 ? jsonObject(body) : null;
      if (content) return content;
      this.log.warn(`${path.split('?')[0]} answered ${status} without JSON`);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn(`${path.split('?')[0]}: ${error.message}`);
    }
    throw new Problem('platform_down');
  }
}
