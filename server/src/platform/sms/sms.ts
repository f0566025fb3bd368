/** Text messages through the house's own small port: `POST {SMS_BASE}/send`. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { HttpClient, NoAnswer } from '../http-client.js';
import { Problem } from '../problem.js';

const BIND_TEMPLATE = 'bind-phone';

@Injectable()
export class Sms {
  private readonly log = new Logger('sms');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HttpClient) private readonly http: HttpClient,
  ) {}

  async sendCode(phone: string, code: string): Promise<void> {
    try {
      const { status } = await this.http.send({
        method: 'POST',
        url: `${this.config.sms.base}/send`,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.config.sms.token}`,
        },
        body: JSON.stringify({ phone, templateId: BIND_TEMPLATE, params: { code } }),
      });
      if (status >= 200 && status < 300) return;
      this.log.warn(`the message was refused: ${status}`);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn(error.message);
    }
    throw new Problem('platform_down');
  }
}
