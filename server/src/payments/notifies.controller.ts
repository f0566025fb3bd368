/** Where the platforms call. No routes of the contract: each platform has its own words and its own proof. */
import { Controller, Inject, Post, Req, Res, SetMetadata } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OUTSIDE } from '../platform/http/access.guard.js';
import { Pace } from '../platform/http/pace.js';
import { NOTIFY_PATHS } from './notify-paths.js';
import { NotifiesService } from './notifies.service.js';

/** Of one address; a platform that meets it sends again later. */
const PER_MINUTE = 1_200;

@Controller()
export class NotifiesController {
  constructor(
    @Inject(NotifiesService) private readonly notifies: NotifiesService,
    @Inject(Pace) private readonly pace: Pace,
  ) {}

  @Post(NOTIFY_PATHS.wechat)
  @SetMetadata(OUTSIDE, true)
  wechat(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('wechat', request, reply);
  }

  @Post(NOTIFY_PATHS.alipay)
  @SetMetadata(OUTSIDE, true)
  alipay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('alipay', request, reply);
  }

  @Post(NOTIFY_PATHS.jd)
  @SetMetadata(OUTSIDE, true)
  jd(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('jd', request, reply);
  }

  private async take(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.pace.count(`notify ${platform} ${request.ip}`, PER_MINUTE);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const answer = await this.notifies.take(platform, body, request.headers);
    await reply.status(answer.status).header('content-type', answer.contentType).send(answer.body);
  }
}
