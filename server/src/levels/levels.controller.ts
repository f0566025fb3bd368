import { Controller, Inject } from '@nestjs/common';
import { listLevels, type LevelView } from '@tongdian/shared/contract/members.routes';
import { Handles } from '../platform/http/handles.js';
import { LevelsService } from './levels.service.js';

@Controller()
export class LevelsController {
  constructor(@Inject(LevelsService) private readonly levels: LevelsService) {}

  @Handles(listLevels)
  list(): Promise<LevelView[]> {
    return this.levels.list();
  }
}
