import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Store } from './store.entity.js';

@Injectable()
export class StoresRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  openOnes(): Promise<Store[]> {
    return this.db.manager.find(Store, { where: { open: true }, order: { sort: 'ASC', code: 'ASC' } });
  }

  byId(id: string): Promise<Store | null> {
    return this.db.manager.findOneBy(Store, { id });
  }

  byIds(ids: readonly string[]): Promise<Store[]> {
    return this.db.manager.findBy(Store, { id: In([...ids]) });
  }

  async add(store: Store): Promise<void> {
    await this.db.manager.insert(Store, store);
  }
}
