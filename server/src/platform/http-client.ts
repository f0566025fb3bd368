/**
 * The way out to the platforms: bounded in time and size, never redirected, the raw bytes kept, because
 * signatures are taken over bytes. TLS is always verified.
 */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';

export interface Outgoing {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Incoming {
  status: number;
  /** Names in lower case; a header that came twice is left out: it could mean two things. */
  headers: Record<string, string>;
  body: Buffer;
}

/** No whole answer came: refused, lost, cut off or too slow. What the other side did is not known. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    /** It took all the time there was: asking again at once would only double the waiting. */
    readonly tooSlow: boolean,
  ) {
    super(message);
  }
}

const CONNECT_MS = 3_000;

@Injectable()
export class HttpClient implements OnApplicationShutdown {
  private readonly agent = new Agent({ connect: { timeout: CONNECT_MS }, keepAliveTimeout: 10_000 });

  /** For every call; tests make them shorter. */
  readonly limits = { totalMs: 10_000, bytes: 2 * 1_024 * 1_024 };

  /** Throws NoAnswer. Any HTTP status is an answer, a redirect too. */
  async send(call: Outgoing): Promise<Incoming> {
    const signal = AbortSignal.timeout(this.limits.totalMs);
    try {
      const { statusCode, headers, body } = await request(call.url, {
        method: call.method,
        headers: call.headers,
        body: call.body ?? null,
        dispatcher: this.agent,
        signal,
      });
      return { status: statusCode, headers: single(headers), body: await this.read(body) };
    } catch (error) {
      throw new NoAnswer(wordsOf(error), signal.aborted);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    // Not destroy(): it hands one error to all sockets, and the HTTP client inside alipay-sdk marks each
    // socket's error with a property that can be set once.
    await this.agent.close();
  }

  private async read(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > this.limits.bytes) throw new Error(`answer larger than ${this.limits.bytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}

function single(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(kept);
}

function wordsOf(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  return [name, code, message].filter(Boolean).join(' ');
}
