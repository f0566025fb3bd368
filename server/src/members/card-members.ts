/**
 * Members known only by the number of a card at another channel. The number is evidence of that channel
 * alone: it never joins two members, and a person who later shows the card with a verified phone does.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Vault } from '../platform/security/vault.js';

export interface SeenCard {
  cardNo: string;
  /** The earliest that the channel tells of. */
  seenAt: Date;
}

function maskCard(cardNo: string): string {
  return cardNo.length <= 4 ? `*${cardNo.slice(-2)}` : `${'*'.repeat(cardNo.length - 4)}${cardNo.slice(-4)}`;
}

@Injectable()
export class CardMembers {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  private hashOf(cardNo: string): Buffer {
    return this.vault.index('identity:card', cardNo);
  }

  /** The member behind each card, made where the card is new. Inside the caller's transaction. */
  async ensure(
    channel: string,
    cards: readonly SeenCard[],
  ): Promise<{ ids: Map<string, string>; made: number }> {
    const hashes = new Map(cards.map(({ cardNo }) => [cardNo, this.hashOf(cardNo)]));
    const ids = await this.find(channel, hashes);
    const missing = cards.filter(({ cardNo }) => !ids.has(cardNo));
    for (const card of missing)
      ids.set(card.cardNo, await this.make(channel, card, hashes.get(card.cardNo)!));
    return { ids, made: missing.length };
  }

  private async find(channel: string, hashes: ReadonlyMap<string, Buffer>): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ memberId: string; hash: Buffer }>(
      `select member_id as "memberId", value_hash as hash from member_identities
       where platform = 'card' and app_id = $1 and kind = 'card' and value_hash = any($2::bytea[])`,
      [channel, [...hashes.values()]],
    );
    const byHash = new Map(rows.map((row) => [row.hash.toString('hex'), row.memberId]));
    const found = [...hashes].flatMap(([cardNo, hash]): [string, string][] => {
      const id = byHash.get(hash.toString('hex'));
      return id ? [[cardNo, id]] : [];
    });
    return new Map(found);
  }

  private async make(channel: string, { cardNo, seenAt }: SeenCard, hash: Buffer): Promise<string> {
    const id = newId();
    await this.db.run(`insert into members (id, created_from, created_at) values ($1, $2, $3)`, [
      id,
      `card:${channel}`,
      seenAt,
    ]);
    await this.db.run(
      `insert into member_identities (id, member_id, platform, app_id, kind, value_hash, value_enc, value_masked, verified_by, first_seen_at)
       values ($1, $2, 'card', $3, 'card', $4, $5, $6, 'import', $7)`,
      [newId(), id, channel, hash, this.vault.seal(cardNo), maskCard(cardNo), this.clock.now()],
    );
    return id;
  }
}
