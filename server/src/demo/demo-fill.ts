/** Fills an empty database with the demo brand 灯屿 LAMPISLE, in one transaction: all of it or nothing. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { withContext } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { BrandFill } from './fill-brand.js';
import { DemoRepository } from './demo.repository.js';
import { YearFill } from './fill-year.js';

/** The brand opened its doors so long ago. */
const OPENED_MS = 800 * 86_400_000;

@Injectable()
export class DemoFill {
  constructor(
    @Inject(DemoRepository) private readonly demo: DemoRepository,
    @Inject(BrandFill) private readonly brand: BrandFill,
    @Inject(YearFill) private readonly year: YearFill,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Does nothing where a brand is there already. `say` hears of progress in words. */
  async fillIfEmpty(say: (line: string) => void): Promise<void> {
    if (!(await this.demo.isEmpty())) return;
    const now = this.clock.now();
    say('filling the demo brand: stores, goods, staff');
    await this.db.tx(async () => {
      await this.demo.speedUp();
      const opened = new Date(now.getTime() - OPENED_MS);
      const ids = await this.year.at(opened, () => this.brand.fill(opened));
      const operator = { kind: 'system' as const, name: '灯屿' };
      await withContext({ actor: operator }, () => this.brand.openTemplates(ids, now));
      await this.year.fill(ids, now, (done, all) => say(`filling the demo brand: ${done} of ${all} orders`));
      await this.brand.takeStock(ids, now);
    });
    await this.demo.analyze();
    say('the demo brand is there');
  }
}
