/** Every statement about members themselves. */
import { Inject, Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '../platform/database/database.js';
import type { MemberStatus } from './member.entity.js';

export interface MemberRow {
  id: string;
  memberNo: string;
  nickname: string | null;
  phoneEnc: Buffer | null;
  phoneHash: Buffer | null;
  status: MemberStatus;
  mergedInto: string | null;
  growth: number;
  createdFrom: string;
  createdAt: Date;
}

export interface NewMemberRow {
  id: string;
  nickname: string | null;
  createdFrom: string;
  createdAt: Date;
}

export interface PhoneColumns {
  enc: Buffer;
  hash: Buffer;
  tail: string;
}

const MEMBER = `select id, member_no as "memberNo", nickname, phone_enc as "phoneEnc", phone_hash as "phoneHash",
  status, merged_into as "mergedInto", growth, created_from as "createdFrom", created_at as "createdAt" from members`;

@Injectable()
export class MembersRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async insert(member: NewMemberRow): Promise<void> {
    await this.db.run(
      "insert into members (id, nickname, status, created_from, created_at) values ($1, $2, 'active', $3, $4)",
      [member.id, member.nickname, member.createdFrom, member.createdAt],
    );
  }

  byId(id: string): Promise<MemberRow | null> {
    return this.db.one<MemberRow>(`${MEMBER} where id = $1`, [id]);
  }

  byIds(ids: readonly string[]): Promise<MemberRow[]> {
    return this.db.rows<MemberRow>(`${MEMBER} where id = any($1)`, [ids]);
  }

  /**
   * Writers of one member's ledgers and settings wait for each other here. Rows that only refer to the member
   * may still be added: a transaction that has added one can take this lock without waiting for its like.
   */
  lock(id: string): Promise<MemberRow | null> {
    return this.db.one<MemberRow>(`${MEMBER} where id = $1 for no key update`, [id]);
  }

  /** To the end of the transaction nothing new can hang itself on the member either. */
  lockWhole(id: string): Promise<MemberRow | null> {
    return this.db.one<MemberRow>(`${MEMBER} where id = $1 for update`, [id]);
  }

  holderOf(phoneHash: Buffer): Promise<MemberRow | null> {
    return this.db.one<MemberRow>(`${MEMBER} where phone_hash = $1 and status in ('active', 'blocked')`, [
      phoneHash,
    ]);
  }

  lockHolderOf(phoneHash: Buffer): Promise<MemberRow | null> {
    return this.db.one<MemberRow>(
      `${MEMBER} where phone_hash = $1 and status in ('active', 'blocked') for no key update`,
      [phoneHash],
    );
  }

  /** False when another member got this phone first: the unique index decides. */
  async setPhone(id: string, phone: PhoneColumns, at: Date): Promise<boolean> {
    try {
      await this.db.attempt(() =>
        this.db.run(
          `update members set phone_enc = $2, phone_hash = $3, phone_tail = $4, phone_verified_at = $5
           where id = $1 and phone_hash is null`,
          [id, phone.enc, phone.hash, phone.tail, at],
        ),
      );
      return true;
    } catch (error) {
      if (isDuplicate(error, 'members_phone')) return false;
      throw error;
    }
  }

  async rename(id: string, nickname: string): Promise<void> {
    await this.db.run('update members set nickname = $2 where id = $1', [id, nickname]);
  }

  async markMerged(id: string, into: string): Promise<void> {
    const marked = await this.db.run(
      "update members set status = 'merged', merged_into = $2 where id = $1 and status = 'active'",
      [id, into],
    );
    if (marked !== 1) throw new Error(`member ${id} is not one to be merged`);
  }

  /** Gives the growth after it; never below 0. */
  async addGrowth(id: string, delta: number): Promise<number> {
    const row = await this.db.one<{ growth: number }>(
      'update members set growth = greatest(0, growth + $2) where id = $1 returning growth',
      [id, delta],
    );
    if (!row) throw new Error(`no member ${id}`);
    return row.growth;
  }

  async openReview(
    id: string,
    memberId: string,
    otherId: string,
    evidence: object,
    at: Date,
  ): Promise<boolean> {
    const opened = await this.db.run(
      `insert into member_review_cases (id, member_id, other_member_id, evidence, created_at)
       values ($1, $2, $3, $4, $5) on conflict (member_id, other_member_id) do nothing`,
      [id, memberId, otherId, JSON.stringify(evidence), at],
    );
    return opened === 1;
  }
}
