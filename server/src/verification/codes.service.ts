/** Reads what a clerk brings and says whose code it is; whoever brings too many wrong ones is stopped. */
import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { readCode, type ReadCode } from '@tongdian/shared/rules/code-rules';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { judgeCode, MOST_UNKNOWN, MOST_WRONG_TYPED, WRONG_WINDOW_MINUTES } from './code-check.js';
import { CodesRepository, type SeedRow } from './codes.repository.js';

@Injectable()
export class CodesService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CodesRepository) private readonly codes: CodesRepository,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /**
   * Whose code it is, and of which step. Refuses with code_malformed, code_unknown, code_expired or
   * code_blocked. What is refused is written down for good: call it outside of a transaction.
   */
  async check(clerkId: string, storeId: string, text: string): Promise<{ seed: SeedRow; step: number }> {
    const read = readCode(text);
    if (!read) throw new Problem('code_malformed');
    const now = this.clock.now();
    const since = addMs(now, -WRONG_WINDOW_MINUTES * 60_000);
    if ((await this.codes.unknownBy(clerkId, since)) >= MOST_UNKNOWN) throw blocked();
    const seed = await this.codes.livingBy(read.handle);
    const closed = seed && read.mac === null && isClosed(seed, since);
    if (closed) throw blocked();
    const verdict = seed ? judgeCode(read, this.vault.open(seed.secretEnc), now) : { fits: 'never' as const };
    if (seed && verdict.fits === 'now' && now < seed.expiresAt) return { seed, step: verdict.step };
    const refusal = verdict.fits === 'never' ? 'code_unknown' : 'code_expired';
    await this.codes.refuse(clerkId, storeId, read.handle, refusal, now);
    if (seed && refusal === 'code_unknown' && read.mac === null)
      await this.codes.countWrong(seed.id, since, now);
    throw new Problem(refusal);
  }

  /** Does this text carry the handle of that seed? For a retry of a scan, whose code may have run out. */
  async isOf(seedId: string, text: string): Promise<boolean> {
    const read: ReadCode | null = readCode(text);
    const seed = await this.codes.byId(seedId);
    return read !== null && seed?.handle === read.handle;
  }
}

function isClosed(seed: SeedRow, since: Date): boolean {
  return seed.wrongTries >= MOST_WRONG_TYPED && seed.wrongAt !== null && seed.wrongAt > since;
}

function blocked(): Problem {
  return new Problem('code_blocked', { minutes: WRONG_WINDOW_MINUTES });
}
