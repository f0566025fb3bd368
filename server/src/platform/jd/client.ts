/** JD's open service (JOS, `api.jd.com/routerjson`): form posts, signed by MD5 over all parameters. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { shanghaiText } from '@tongdian/shared/kernel/time';
import { CONFIG, type Config } from '../config.js';
import { HttpClient, NoAnswer } from '../http-client.js';
import { jsonObject } from '../json.js';
import { Problem } from '../problem.js';

/** Upper-case MD5 of `secret + every key and its value, sorted by key + secret`. */
export function josSign(params: Record<string, string>, secret: string): string {
  const text = Object.keys(params)
    .sort()
    .map((key) => `${key}${params[key]}`)
    .join('');
  return createHash('md5').update(`${secret}${text}${secret}`, 'utf8').digest('hex').toUpperCase();
}

@Injectable()
export class JdClient {
  private readonly log = new Logger('jd');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HttpClient) private readonly http: HttpClient,
  ) {}

  /** The method's answer node. Refuses with platform_down (no answer) or platform_refused (JOS says no). */
  async call(method: string, params: Record<string, string>): Promise<Record<string, unknown>> {
    const { appKey, appSecret, accessToken } = this.config.jd;
    const form: Record<string, string> = {
      method,
      app_key: appKey,
      access_token: accessToken,
      // True time in Shanghai; JD allows 6 minutes of difference.
      timestamp: shanghaiText(new Date()),
      v: '2.0',
      '360buy_param_json': JSON.stringify(params),
    };
    form['sign'] = josSign(form, appSecret);
    const content = await this.post(method, form);
    const failure = content['error_response'] as { code?: unknown } | undefined;
    if (failure) {
      this.log.warn(`${method} refused: ${String(failure.code)}`);
      // 7 over the limit, 67 internal error [U]: try later.
      if (failure.code === '7' || failure.code === '67') throw new Problem('platform_down');
      throw new Problem('platform_refused', { reason: `jd ${String(failure.code)}` });
    }
    // Spelt so by JD.
    const node = content[`${method.replaceAll('.', '_')}_responce`];
    if (typeof node !== 'object' || node === null) throw new Problem('platform_down');
    return node as Record<string, unknown>;
  }

  private async post(method: string, form: Record<string, string>): Promise<Record<string, unknown>> {
    try {
      const { status, body } = await this.http.send({
        method: 'POST',
        url: `${this.config.jd.apiBase}/routerjson`,
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
        body: new URLSearchParams(form).toString(),
      });
      const content = status === 200 ? jsonObject(body) : null;
      if (content) return content;
      this.log.warn(`${method} answered ${status} without JSON`);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn(`${method}: ${error.message}`);
    }
    throw new Problem('platform_down');
  }
}
