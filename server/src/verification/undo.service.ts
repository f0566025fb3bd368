/** Takes a redemption back: the coupons are the member's again, and the record says who did it and why. */
import { Inject, Injectable } from '@nestjs/common';
import type { RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { CouponsService } from '../coupons/coupons.service.js';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import type { StaffActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { mustWorkAt } from '../platform/http/who.js';
import { Problem } from '../platform/problem.js';
import { RedemptionViews } from './redemption-views.js';
import { RedemptionsRepository } from './redemptions.repository.js';

@Injectable()
export class UndoService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(RedemptionViews) private readonly views: RedemptionViews,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Refuses with not_found, not_your_store, already_undone, undo_handed_over, undo_not_yours or undo_too_late. */
  async undo(who: StaffActor, id: string, reason: string): Promise<RedemptionView> {
    return this.db.tx(async () => {
      const row = await this.redemptions.hold(id);
      if (!row) throw new Problem('not_found');
      mustWorkAt(who, row.storeId);
      const items = await this.redemptions.itemsOf([id]);
      const verdict = this.views.mayUndo(row, items, who);
      if (!verdict.may) throw new Problem(verdict.refusal);
      if (!(await this.redemptions.undo(id, who.staffId, reason, this.clock.now())))
        throw new Problem('already_undone');
      for (const item of items) await this.coupons.undoRedeem(item.subjectId, id, reason);
      await this.audit.record({
        action: 'redemption.undone',
        subject: 'redemption',
        subjectId: id,
        subjectName: items.map(({ title }) => title).join('、'),
        before: { clerkId: row.clerkId, storeId: row.storeId, at: row.at.toISOString(), offFen: row.offFen },
        reason,
      });
      return this.views.one((await this.redemptions.byId(id))!, who);
    });
  }
}
