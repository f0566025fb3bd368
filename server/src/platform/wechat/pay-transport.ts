/**
 * The SDK's own requests follow redirects, wait for ever and verify no answer; this is what it sends through
 * instead. It signs for the official host, so the address is rewritten here, after signing.
 */
import { Logger } from '@nestjs/common';
import type { IPayRequest } from 'wechatpay-node-v3/dist/lib/pay-request.interface.js';
import type { Clock } from '../clock.js';
import type { HttpClient, Incoming } from '../http-client.js';
import { NoAnswer } from '../http-client.js';
import { GatewayRefusal, UnknownResult } from '../payment-gateway.js';
import { distrust, preferredSerial, type WechatPayKeys } from './pay-signature.js';

const OFFICIAL = 'https://api.mch.weixin.qq.com/';
/** Codes of a 4xx that say nothing about the order: too many calls now. */
const NOT_NOW = new Set(['FREQUENCY_LIMITED', 'RATELIMIT_EXCEEDED', 'FREQUENCY_LIMIT_EXCEED']);

type Sent = Awaited<ReturnType<IPayRequest['get']>>;

export class WechatPayTransport implements IPayRequest {
  private readonly log = new Logger('wechat-pay');

  constructor(
    private readonly http: HttpClient,
    private readonly base: string,
    private readonly keys: WechatPayKeys,
    private readonly clock: Clock,
  ) {}

  /** The bytes sent are the bytes the SDK signed: both are JSON.stringify of the same object. */
  post(url: string, params: Record<string, unknown>, headers: Record<string, string>): Promise<Sent> {
    return this.send('POST', url, headers, JSON.stringify(params));
  }

  get(url: string, headers: Record<string, string>): Promise<Sent> {
    return this.send('GET', url, headers);
  }

  upload(): Promise<Sent> {
    return Promise.reject(new Error('no upload in this shop'));
  }

  /** Throws UnknownResult and GatewayRefusal; returns only what WeChat signed. */
  private async send(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Sent> {
    if (!url.startsWith(OFFICIAL)) throw new Error('the SDK called another host');
    const path = url.slice(OFFICIAL.length - 1);
    const reply = await this.answer(method, path, headers, body);
    const requestId = reply.headers['request-id'] ?? '-';
    this.log.log(`${method} ${path.split('?')[0]} ${reply.status} ${requestId}`);
    if (reply.status >= 500) throw new UnknownResult(`HTTP ${reply.status} (${requestId})`, true);
    const doubt = distrust(this.keys, reply.headers, reply.body, this.clock.wire());
    if (doubt) {
      this.log.error(
        `${method} ${path.split('?')[0]} ${reply.status} ${requestId}: answer not trusted: ${doubt}`,
      );
      throw new UnknownResult(`answer not trusted: ${doubt} (${requestId})`);
    }
    const data = parse(reply.body);
    if (reply.status === 200 || reply.status === 202 || reply.status === 204)
      return { status: reply.status, data };
    throw this.refusal(reply.status, data, requestId);
  }

  private async answer(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Incoming> {
    try {
      return await this.http.send({
        method,
        url: this.base + path,
        headers: {
          ...headers,
          'Accept-Encoding': 'identity',
          'Wechatpay-Serial': preferredSerial(this.keys),
        },
        body,
      });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn(`${method} ${path.split('?')[0]}: ${error.message}`);
      throw new UnknownResult(error.message, !error.tooSlow);
    }
  }

  private refusal(status: number, data: unknown, requestId: string): Error {
    const { code, message } = (data ?? {}) as { code?: unknown; message?: unknown };
    if (status < 400 || typeof code !== 'string') return new UnknownResult(`HTTP ${status} (${requestId})`);
    if (code === 'SYSTEM_ERROR') return new UnknownResult(`SYSTEM_ERROR (${requestId})`, true);
    if (status === 429 || NOT_NOW.has(code)) return new UnknownResult(`${code} (${requestId})`);
    this.log.warn(`refused: ${code} ${String(message)} (${requestId})`);
    return new GatewayRefusal(code, String(message));
  }
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new UnknownResult('a signed answer that is no JSON');
  }
}
