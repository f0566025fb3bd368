import { Controller, Inject } from '@nestjs/common';
import { listStores, type StoreView } from '@tongdian/shared/contract/stores.routes';
import { Handles } from '../platform/http/handles.js';
import { StoresService } from './stores.service.js';

@Controller()
export class StoresController {
  constructor(@Inject(StoresService) private readonly stores: StoresService) {}

  @Handles(listStores)
  list(): Promise<StoreView[]> {
    return this.stores.list();
  }
}
