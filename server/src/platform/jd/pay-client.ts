/** Calls of JD 收银: JSON, a token over the bytes sent; answers carry no signature, so TLS is all that vouches for them. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { HttpClient, NoAnswer } from '../http-client.js';
import { jsonObject } from '../json.js';
import { patiently } from '../patience.js';
import { GatewayRefusal, UnknownResult } from '../payment-gateway.js';
import { jdPayToken } from './pay-token.js';

type Content = Record<string, unknown>;

/** [U] Codes of "too many calls": nothing is known about the order. */
const TOO_OFTEN = new Set(['FREQUENCY_LIMIT']);
/** [U] Codes of "we are broken": the same call may be made again. */
const BUSY = new Set(['SYSTEM_ERROR', '500']);

@Injectable()
export class JdPayClient {
  private readonly log = new Logger('jd-pay');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(HttpClient) private readonly http: HttpClient,
  ) {}

  /** Throws GatewayRefusal for JD's own no, UnknownResult for everything that is no clear answer. */
  call(path: string, fields: Content): Promise<Content> {
    const { customerNum, shopNum } = this.config.jdPay;
    const body = JSON.stringify({ customerNum, shopNum, ...fields });
    return patiently(() => this.send(path, body));
  }

  private async send(path: string, body: string): Promise<Content> {
    const { base, accessKey, secretKey } = this.config.jdPay;
    const timestamp = String(Math.floor(this.clock.wire().getTime() / 1_000));
    const token = jdPayToken({ secretKey, timestamp, path, body });
    const headers = { 'content-type': 'application/json;charset=utf-8', accept: 'application/json' };
    try {
      const answer = await this.http.send({
        method: 'POST',
        url: base + path,
        headers: { ...headers, accessKey, timestamp, token },
        body,
      });
      return this.read(path, answer.status, jsonObject(answer.body));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new UnknownResult(`${path}: ${error.message}`, !error.tooSlow);
    }
  }

  /** Failures come in three shapes: {errorCode}, {code, msg}, {result: "fail", error: {errorCode}}. */
  private read(path: string, status: number, content: Content | null): Content {
    if (status >= 500) throw new UnknownResult(`${path}: HTTP ${status}`, true);
    if (!content) throw new UnknownResult(`${path}: HTTP ${status} without JSON`);
    const inner = (content['error'] ?? {}) as Content;
    const code = String(content['errorCode'] ?? inner['errorCode'] ?? content['code'] ?? '');
    const words = String(
      content['errorMsg'] ?? inner['errorMsg'] ?? content['msg'] ?? content['message'] ?? '',
    );
    if (status === 200 && content['success'] === true && !code) return content;
    if (BUSY.has(code)) throw new UnknownResult(`${path}: ${code}`, true);
    if (status === 429 || TOO_OFTEN.has(code)) throw new UnknownResult(`${path}: ${code || status}`);
    if (!code) throw new UnknownResult(`${path}: HTTP ${status} and neither success nor a code`);
    this.log.warn(`${path} refused: ${code} ${words}`);
    throw new GatewayRefusal(code, words);
  }
}
