/** The one place from which the sandbox calls out: POST to this machine, five seconds, no redirects. */
import * as http from 'node:http';
import * as https from 'node:https';
import { isLoopback } from './fields.js';

export interface Letter {
  body: string;
  headers: Record<string, string>;
}

/** Status null: no whole answer in time; the text then says why. */
export interface Reply {
  status: number | null;
  answer: string;
}

/** WeChat Pay's limit; the others name none [U]. */
const ANSWER_WITHIN_MS = 5_000;
const KEPT_ANSWER = 300;

export class Postman {
  // No connection is kept: a merchant that restarted would break the next notify.
  readonly #agents = {
    'http:': new http.Agent({ maxSockets: 16 }),
    'https:': new https.Agent({ maxSockets: 16 }),
  };

  post(url: string, letter: Letter): Promise<Reply> {
    if (!isLoopback(url)) {
      return Promise.resolve({ status: null, answer: 'not sent: the sandbox only calls this machine' });
    }
    const secure = url.startsWith('https:');
    return new Promise((resolve) => {
      const fail = (error: Error) => resolve({ status: null, answer: error.message });
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: this.#agents[secure ? 'https:' : 'http:'],
        headers: { ...letter.headers, 'content-length': Buffer.byteLength(letter.body) },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (answer = (answer + chunk).slice(0, KEPT_ANSWER)));
        response.on('end', () => resolve({ status: response.statusCode ?? null, answer }));
        response.on('error', fail);
      });
      request.end(letter.body);
    });
  }

  stop(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}
