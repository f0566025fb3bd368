/** Gathers what the view of a redemption is made of: store, member, items, and who may still undo it. */
import { Inject, Injectable } from '@nestjs/common';
import type { RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { MembersService } from '../members/members.service.js';
import { Clock } from '../platform/clock.js';
import type { StaffActor } from '../platform/context.js';
import { StoresService } from '../stores/stores.service.js';
import { RedemptionsRepository, type ItemRow, type RedemptionRow } from './redemptions.repository.js';
import { judgeUndo, type UndoVerdict } from './undo-rules.js';
import { toRedemptionView } from './verification.views.js';

@Injectable()
export class RedemptionViews {
  constructor(
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(StoresService) private readonly stores: StoresService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async one(row: RedemptionRow, who: StaffActor): Promise<RedemptionView> {
    return (await this.many([row], who))[0]!;
  }

  async many(rows: readonly RedemptionRow[], who: StaffActor): Promise<RedemptionView[]> {
    if (rows.length === 0) return [];
    const items = await this.redemptions.itemsOf(rows.map(({ id }) => id));
    const members = await this.members.briefs([...new Set(rows.map(({ memberId }) => memberId))]);
    const stores = await this.stores.namesOf([...new Set(rows.map(({ storeId }) => storeId))]);
    return rows.map((row) => {
      const own = items.filter(({ redemptionId }) => redemptionId === row.id);
      const undo = this.mayUndo(row, own, who);
      return toRedemptionView(row, own, {
        storeName: stores.get(row.storeId) ?? '',
        member: members.get(row.memberId),
        undoBefore: undo.may ? undo.before : null,
      });
    });
  }

  mayUndo(row: RedemptionRow, items: readonly ItemRow[], who: StaffActor): UndoVerdict {
    const handedOver = items.some(({ kind }) => kind === 'pickup');
    const mayUndoAny = who.permissions.includes('verification.undo-any');
    return judgeUndo({ ...row, handedOver }, { staffId: who.staffId, mayUndoAny }, this.clock.now());
  }
}
