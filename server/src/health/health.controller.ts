/** Is the server up and its database with it; and, in a preview, where the stand-ins are. */
import { Controller, Get, Inject, SetMetadata } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { OUTSIDE } from '../platform/http/access.guard.js';
import { Problem } from '../platform/problem.js';
import { openApi } from './openapi.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/health')
  @SetMetadata(OUTSIDE, true)
  async health(): Promise<{ status: 'ok' }> {
    await this.db.one('select 1 as up');
    return { status: 'ok' };
  }

  @Get('/preview.json')
  @SetMetadata(OUTSIDE, true)
  preview(): { sandbox: string } {
    if (this.config.mode === 'production' || !this.config.sandboxUrl) throw new Problem('not_found');
    return { sandbox: this.config.sandboxUrl };
  }

  @Get('/openapi.json')
  @SetMetadata(OUTSIDE, true)
  description(): object {
    return openApi(this.config.publicUrl);
  }
}
