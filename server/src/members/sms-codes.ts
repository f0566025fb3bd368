/** Codes by text message: six digits, five minutes, five tries, one a minute and ten a day for a phone and for a member. */
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { PLATFORM_PHONES, type PlatformPhones } from '../platform/platform-login.js';
import { Problem } from '../platform/problem.js';
import { maskPhone, sameSecret, Vault } from '../platform/security/vault.js';
import { PhonesRepository } from './phones.repository.js';

const PAUSE_MS = 60_000;
const LIFE_MS = 300_000;
const TRIES = 5;
const MOST_A_DAY = 10;

@Injectable()
export class SmsCodes {
  constructor(
    @Inject(PLATFORM_PHONES) private readonly platforms: PlatformPhones,
    @Inject(PhonesRepository) private readonly codes: PhonesRepository,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /** Refuses with sms_too_soon, or platform_down when the message did not leave. */
  async send(memberId: string, phone: string): Promise<{ phoneMasked: string; retryAfter: number }> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const id = newId();
    // The row first, the message after the commit: two requests at once send one message.
    await this.db.tx(() => this.keep(id, memberId, phone, code));
    try {
      await this.platforms.sendCode(phone, code);
    } catch (error) {
      await this.codes.forgetCode(id);
      throw error;
    }
    return { phoneMasked: maskPhone(phone), retryAfter: PAUSE_MS / 1_000 };
  }

  /** Takes the code, once. Refuses with sms_code_wrong. */
  async take(memberId: string, phone: string, code: string): Promise<void> {
    const now = this.clock.now();
    const kept = await this.codes.takeTry(memberId, this.vault.index('phone', phone), now);
    if (!kept || !sameSecret(kept.codeHash, this.hashOf(kept.id, code))) throw new Problem('sms_code_wrong');
    if (!(await this.codes.useCode(kept.id, now))) throw new Problem('sms_code_wrong');
  }

  private async keep(id: string, memberId: string, phone: string, code: string): Promise<void> {
    const now = this.clock.now();
    const phoneHash = this.vault.index('phone', phone);
    await this.codes.waitTurn(phoneHash, memberId);
    const sent = await this.codes.sentSince(phoneHash, memberId, addMs(now, -DAY_MS));
    const last = sent[0]?.createdAt;
    if (last && now.getTime() - last.getTime() < PAUSE_MS) this.refuse(last, PAUSE_MS, now);
    if (sent.length >= MOST_A_DAY) this.refuse(sent.at(-1)!.createdAt, DAY_MS, now);
    const codeHash = this.hashOf(id, code);
    const expiresAt = addMs(now, LIFE_MS);
    await this.codes.insertCode({ id, memberId, phoneHash, codeHash, tries: TRIES, expiresAt, now });
  }

  private refuse(since: Date, pauseMs: number, now: Date): never {
    const seconds = Math.ceil((since.getTime() + pauseMs - now.getTime()) / 1_000);
    throw new Problem('sms_too_soon', { seconds });
  }

  /** A million codes are soon tried: without the key the hash tells nothing. */
  private hashOf(id: string, code: string): Buffer {
    return this.vault.index('sms-code', `${id}:${code}`);
  }
}
