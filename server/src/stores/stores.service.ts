/** The brand's shops: where goods are fetched, codes are scanned and members are known. */
import { Inject, Injectable } from '@nestjs/common';
import type { StoreView } from '@tongdian/shared/contract/stores.routes';
import { Problem } from '../platform/problem.js';
import { Store } from './store.entity.js';
import { StoresRepository } from './stores.repository.js';

export function toStoreView(store: Store): StoreView {
  const { id, code, name, city, district, address, phone, lng, lat, opensAt, closesAt, picture } = store;
  return { id, code, name, city, district, address, phone, lng, lat, opensAt, closesAt, picture };
}

@Injectable()
export class StoresService {
  constructor(@Inject(StoresRepository) private readonly stores: StoresRepository) {}

  async list(): Promise<StoreView[]> {
    return (await this.stores.openOnes()).map(toStoreView);
  }

  /** Refuses with store_not_found, also for a store that is closed for good. */
  async mustFind(id: string): Promise<StoreView> {
    const store = await this.stores.byId(id);
    if (!store?.open) throw new Problem('store_not_found');
    return toStoreView(store);
  }

  /** Opens a store; `sort` says where it stands in lists. */
  async open(store: StoreView, sort: number): Promise<void> {
    await this.stores.add(Object.assign(new Store(), { ...store, sort, open: true }));
  }

  /** Names by id; ids that name no store are left out. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const stores = await this.stores.byIds(ids);
    return new Map(stores.map((store) => [store.id, store.name]));
  }
}
