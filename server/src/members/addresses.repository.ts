/** Every statement about members' addresses; each carries the member. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface AddressRow {
  id: string;
  contentEnc: Buffer;
  isDefault: boolean;
}

const ADDRESS = `select id, content_enc as "contentEnc", is_default as "isDefault" from member_addresses`;

@Injectable()
export class AddressesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  of(memberId: string): Promise<AddressRow[]> {
    return this.db.rows<AddressRow>(
      `${ADDRESS} where member_id = $1 and removed_at is null order by is_default desc, created_at desc, id desc`,
      [memberId],
    );
  }

  find(memberId: string, id: string): Promise<AddressRow | null> {
    return this.db.one<AddressRow>(`${ADDRESS} where member_id = $1 and id = $2 and removed_at is null`, [
      memberId,
      id,
    ]);
  }

  async insert(memberId: string, row: AddressRow, now: Date): Promise<void> {
    await this.db.run(
      `insert into member_addresses (id, member_id, content_enc, is_default, created_at)
       values ($1, $2, $3, $4, $5)`,
      [row.id, memberId, row.contentEnc, row.isDefault, now],
    );
  }

  async change(memberId: string, row: AddressRow): Promise<boolean> {
    const changed = await this.db.run(
      `update member_addresses set content_enc = $3, is_default = $4
       where member_id = $1 and id = $2 and removed_at is null`,
      [memberId, row.id, row.contentEnc, row.isDefault],
    );
    return changed === 1;
  }

  async remove(memberId: string, id: string, now: Date): Promise<boolean> {
    const removed = await this.db.run(
      `update member_addresses set removed_at = $3, is_default = false
       where member_id = $1 and id = $2 and removed_at is null`,
      [memberId, id, now],
    );
    return removed === 1;
  }

  async noDefault(memberId: string): Promise<void> {
    await this.db.run('update member_addresses set is_default = false where member_id = $1 and is_default', [
      memberId,
    ]);
  }

  /** The newest takes the place of a default that is gone. */
  async ensureDefault(memberId: string): Promise<void> {
    await this.db.run(
      `update member_addresses set is_default = true where id = (
         select id from member_addresses where member_id = $1 and removed_at is null
         order by created_at desc, id desc limit 1)
       and not exists (select 1 from member_addresses where member_id = $1 and removed_at is null and is_default)`,
      [memberId],
    );
  }

  async moveAll(from: string, into: string): Promise<void> {
    await this.db.run('update member_addresses set member_id = $2, is_default = false where member_id = $1', [
      from,
      into,
    ]);
  }
}
