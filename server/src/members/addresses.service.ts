/** Where things are sent: sealed at rest, twenty at most, one of them the default. */
import { Inject, Injectable } from '@nestjs/common';
import type { AddressBody } from '@tongdian/shared/contract/members.dto';
import type { AddressView } from '@tongdian/shared/contract/members.routes';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { AddressesRepository, type AddressRow } from './addresses.repository.js';
import { MembersRepository } from './members.repository.js';

type Content = Omit<AddressView, 'id' | 'isDefault'>;

const MOST = 20;

@Injectable()
export class AddressesService {
  constructor(
    @Inject(AddressesRepository) private readonly addresses: AddressesRepository,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /** The default first. */
  async list(memberId: string): Promise<AddressView[]> {
    return (await this.addresses.of(memberId)).map((row) => this.view(row));
  }

  /** Refuses with not_found: also for an address of somebody else. */
  async get(memberId: string, id: string): Promise<AddressView> {
    const row = await this.addresses.find(memberId, id);
    if (!row) throw new Problem('not_found');
    return this.view(row);
  }

  /** The first one is the default. Refuses with too_many_addresses. */
  add(memberId: string, body: AddressBody): Promise<AddressView> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const known = await this.addresses.of(memberId);
      if (known.length >= MOST) throw new Problem('too_many_addresses', { limit: MOST });
      const isDefault = body.isDefault === true || known.length === 0;
      if (isDefault) await this.addresses.noDefault(memberId);
      const row = this.row(newId(), body, isDefault);
      await this.addresses.insert(memberId, row, this.clock.now());
      return this.view(row);
    });
  }

  change(memberId: string, id: string, body: AddressBody): Promise<AddressView> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const known = await this.addresses.find(memberId, id);
      if (!known) throw new Problem('not_found');
      const isDefault = body.isDefault ?? known.isDefault;
      if (isDefault) await this.addresses.noDefault(memberId);
      await this.addresses.change(memberId, this.row(id, body, isDefault));
      await this.addresses.ensureDefault(memberId);
      return this.get(memberId, id);
    });
  }

  remove(memberId: string, id: string): Promise<{ ok: true }> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      if (!(await this.addresses.remove(memberId, id, this.clock.now()))) throw new Problem('not_found');
      await this.addresses.ensureDefault(memberId);
      return { ok: true } as const;
    });
  }

  private row(id: string, body: AddressBody, isDefault: boolean): AddressRow {
    const { recipient, phone, province, city, district, detail } = body;
    const content: Content = { recipient, phone, province, city, district, detail };
    return { id, contentEnc: this.vault.seal(JSON.stringify(content)), isDefault };
  }

  private view(row: AddressRow): AddressView {
    const content = JSON.parse(this.vault.open(row.contentEnc)) as Content;
    return { id: row.id, ...content, isDefault: row.isDefault };
  }
}
