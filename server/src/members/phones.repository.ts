/** Every statement about proofs of phones: codes sent by SMS, and what was used up as proof. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class PhonesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** False when it was used before. */
  async useOnce(proofHash: Buffer, kind: string, now: Date): Promise<boolean> {
    const used = await this.db.run(
      'insert into used_platform_proofs (proof_hash, kind, used_at) values ($1, $2, $3) on conflict do nothing',
      [proofHash, kind, now],
    );
    return used === 1;
  }

  /** False when it was used before under another kind. */
  async useAs(proofHash: Buffer, kind: string, now: Date): Promise<boolean> {
    if (await this.useOnce(proofHash, kind, now)) return true;
    const row = await this.db.one<{ kind: string }>(
      'select kind from used_platform_proofs where proof_hash = $1',
      [proofHash],
    );
    return row?.kind === kind;
  }

  async forgetProofs(kind: string, before: Date): Promise<void> {
    await this.db.run('delete from used_platform_proofs where kind = $1 and used_at < $2', [kind, before]);
  }

  async forgetCodes(before: Date): Promise<void> {
    await this.db.run('delete from phone_codes where created_at < $1', [before]);
  }

  /** Codes for this phone, and codes for this member, are sent one after the other. */
  async waitTurn(phoneHash: Buffer, memberId: string): Promise<void> {
    await this.db.rows(
      "select pg_advisory_xact_lock(hashtextextended(key, 77)) from (select unnest(array[encode($1::bytea, 'hex'), $2::text]) as key order by 1) keys",
      [phoneHash, memberId],
    );
  }

  /** Codes sent to this phone or by this member since an instant, newest first. */
  sentSince(phoneHash: Buffer, memberId: string, since: Date): Promise<{ createdAt: Date }[]> {
    return this.db.rows<{ createdAt: Date }>(
      `select created_at as "createdAt" from phone_codes
       where (phone_hash = $1 or member_id = $2) and created_at > $3 order by created_at desc`,
      [phoneHash, memberId, since],
    );
  }

  async insertCode(code: {
    id: string;
    memberId: string;
    phoneHash: Buffer;
    codeHash: Buffer;
    tries: number;
    expiresAt: Date;
    now: Date;
  }): Promise<void> {
    await this.db.run(
      `insert into phone_codes (id, member_id, phone_hash, code_hash, tries_left, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [code.id, code.memberId, code.phoneHash, code.codeHash, code.tries, code.expiresAt, code.now],
    );
  }

  /** The message never left: it must not count against the sender. */
  async forgetCode(id: string): Promise<void> {
    await this.db.run('delete from phone_codes where id = $1', [id]);
  }

  /** Takes one try on the newest code of this member for this phone; null when there is none to try. */
  takeTry(memberId: string, phoneHash: Buffer, now: Date): Promise<{ id: string; codeHash: Buffer } | null> {
    return this.db.one<{ id: string; codeHash: Buffer }>(
      `update phone_codes set tries_left = tries_left - 1
       where id = (select id from phone_codes where member_id = $1 and phone_hash = $2 order by created_at desc, id desc limit 1)
         and tries_left > 0 and used_at is null and expires_at > $3
       returning id, code_hash as "codeHash"`,
      [memberId, phoneHash, now],
    );
  }

  /** False when the code was used meanwhile. */
  async useCode(id: string, now: Date): Promise<boolean> {
    return (
      (await this.db.run('update phone_codes set used_at = $2 where id = $1 and used_at is null', [
        id,
        now,
      ])) === 1
    );
  }
}
