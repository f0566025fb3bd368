/** Turns whatever was thrown into problem+json. What is not a named refusal is a bug: logged whole, told nothing. */
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fillText, PROBLEMS, type ProblemBody, type ProblemCode } from '@tongdian/shared/contract/problems';
import { Problem } from '../problem.js';

/** Connection lost, server shutting down, too many connections, no connection in time. */
const DATABASE_DOWN = /^(08|57P|53)|ECONNREFUSED|ECONNRESET|ETIMEDOUT/;

const BY_FASTIFY_CODE: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'broken_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'broken_json',
};

function fromHttp(error: HttpException): Problem {
  const status = error.getStatus();
  if (status === 404) return new Problem('not_found');
  if (status === 413) return new Problem('body_too_large');
  if (status === 415) return new Problem('unsupported_media');
  if (status === 400) return new Problem('broken_json');
  return new Problem('internal');
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromHttp(error);
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (code && BY_FASTIFY_CODE[code]) return new Problem(BY_FASTIFY_CODE[code]);
  if (error instanceof SyntaxError && statusCode === 400) return new Problem('broken_json');
  if (
    (code && DATABASE_DOWN.test(code)) ||
    /connection (terminated|timeout)|timeout exceeded/i.test(message ?? '')
  )
    return new Problem('database_down');
  return new Problem('internal');
}

export function bodyOf(problem: Problem, requestId: string): ProblemBody {
  const kind = PROBLEMS[problem.code];
  return {
    type: `urn:tongdian:problem:${problem.code}`,
    title: fillText(kind.en, problem.facts),
    status: kind.status,
    code: problem.code,
    detail: fillText(kind.zh, problem.facts),
    ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
    ...(Object.keys(problem.facts).length > 0 ? { facts: problem.facts } : {}),
    requestId,
  };
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.code === 'internal' || problem.code === 'database_down')
      this.log.error({ error, requestId: request.id });
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(bodyOf(problem, request.id));
  }
}
