/** One road for every platform call: fault before, act, sign, fault after. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultKind, Sealing } from './faults.js';
import { sealingFor } from './faults.js';
import type { Sandbox } from './sandbox.js';
import type { Platform } from './state.js';

export interface Answer {
  status: number;
  body: string | Buffer;
  headers: Record<string, string>;
  /** For the gateway's seal alone: Alipay's response node, or WeChat Pay's `unsigned`. */
  hint?: string;
}

export interface Call {
  request: FastifyRequest;
  /** The body's very bytes; empty for GET. */ raw: Buffer;
  /** Query answers tell the trade as this fault wants it. */ as: FaultKind | null;
}

export interface Gateway {
  platform: Platform;
  /** The platform's own words for "I broke" and "too many". */
  trouble(status: 500 | 429): Answer;
  /** Null where the platform does not sign its answers. */
  seal: ((answer: Answer, sealing: Sealing, request: FastifyRequest) => Answer) | null;
}

const SILENCE_MS = 15_000;
const LATE_MS = 3_000;

export const rawBody = (request: FastifyRequest): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

/** `names` are what a fault order may call this operation: our short name and the platform's own. */
export async function answerCall(
  sandbox: Sandbox,
  gateway: Gateway,
  names: readonly string[],
  request: FastifyRequest,
  reply: FastifyReply,
  act: (call: Call) => Answer | Promise<Answer>,
): Promise<FastifyReply> {
  const fault = sandbox.faults.takeOne(gateway.platform, names, gateway.seal === null);
  const kind = fault?.kind ?? null;
  const sealed = (answer: Answer) =>
    gateway.seal?.(answer, sealingFor(fault, 'api', gateway.platform), request) ?? answer;
  if (kind === 'timeout-before') return keepSilent(reply, fault);
  if (kind === 'error-500') return send(reply, sealed(gateway.trouble(500)));
  if (kind === 'error-429') return send(reply, sealed(gateway.trouble(429)));
  const answer = await act({ request, raw: rawBody(request), as: kind });
  if (kind === 'timeout-after') return keepSilent(reply, fault);
  if (kind === 'error-500-after') return send(reply, sealed(gateway.trouble(500)));
  if (kind === 'half-body') return sendHalf(reply, sealed(answer));
  if (kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault?.delayMs ?? LATE_MS).unref());
  return send(reply, sealed(answer));
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers)
    .send(answer.body.length > 0 ? answer.body : undefined);
}

/** No byte of an answer; after a while the line goes dead. */
function keepSilent(reply: FastifyReply, fault: Fault | null): FastifyReply {
  reply.hijack();
  const { socket } = reply.raw;
  setTimeout(() => socket?.destroy(), fault?.delayMs ?? SILENCE_MS).unref();
  return reply;
}

/** All headers, half of the bytes they promise, then the line goes dead. */
function sendHalf(reply: FastifyReply, answer: Answer): FastifyReply {
  const body = Buffer.from(answer.body);
  reply.hijack();
  reply.raw.writeHead(answer.status, { ...answer.headers, 'content-length': Math.max(body.length, 2) });
  reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.raw.socket?.destroy());
  return reply;
}
