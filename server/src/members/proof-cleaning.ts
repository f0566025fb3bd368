/** Forgets proofs that no platform would take any more, so that the record of them does not grow for ever. */
import { Inject, Injectable } from '@nestjs/common';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { Clock } from '../platform/clock.js';
import { Works } from '../platform/jobs/jobs.js';
import { PhonesRepository } from './phones.repository.js';

/** WeChat's codes live 5 minutes, Alipay's a day at most; JD does not say. Alipay's phone payloads stay. */
const KEPT_DAYS = { 'login:wechat': 2, 'phone:wechat': 2, 'login:alipay': 2, 'login:jd': 90 };
const SMS_DAYS = 2;

@Injectable()
export class ProofCleaning {
  constructor(
    @Inject(PhonesRepository) private readonly proofs: PhonesRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** 03:20 in Shanghai. */
  @Works('members.forget-proofs', { cron: '20 19 * * *' })
  async forget(): Promise<void> {
    const now = this.clock.now();
    for (const [kind, days] of Object.entries(KEPT_DAYS))
      await this.proofs.forgetProofs(kind, addMs(now, -days * DAY_MS));
    await this.proofs.forgetCodes(addMs(now, -SMS_DAYS * DAY_MS));
  }
}
