import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import {
  ConfirmScanBody,
  PreviewBillQuery,
  ScanBody,
  StoreQuery,
  UndoBody,
} from '@tongdian/shared/contract/verification.dto';
import {
  clerkToday,
  confirmScan,
  listPickups,
  previewBill,
  scanCode,
  undoRedemption,
  type ClerkTodayView,
  type PickupRow,
  type RedemptionView,
  type ScanView,
} from '@tongdian/shared/contract/verification.routes';
import type { StaffActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Staff } from '../platform/http/who.js';
import { RedemptionsService } from './redemptions.service.js';
import { ScansService } from './scans.service.js';
import { TodayService } from './today.service.js';
import { UndoService } from './undo.service.js';

@Controller()
export class CounterController {
  constructor(
    @Inject(ScansService) private readonly scans: ScansService,
    @Inject(RedemptionsService) private readonly redemptions: RedemptionsService,
    @Inject(UndoService) private readonly undos: UndoService,
    @Inject(TodayService) private readonly days: TodayService,
  ) {}

  @Handles(scanCode)
  scan(@Staff() who: StaffActor, @Body() body: ScanBody): Promise<ScanView> {
    return this.scans.scan(who, body);
  }

  @Handles(previewBill)
  preview(
    @Staff() who: StaffActor,
    @Param('id', IdPipe) id: string,
    @Query() query: PreviewBillQuery,
  ): Promise<ScanView> {
    return this.scans.preview(who, id, query.billFen);
  }

  @Handles(confirmScan)
  confirm(
    @Staff() who: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmScanBody,
  ): Promise<RedemptionView> {
    return this.redemptions.confirm(who, id, body);
  }

  @Handles(undoRedemption)
  undo(
    @Staff() who: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: UndoBody,
  ): Promise<RedemptionView> {
    return this.undos.undo(who, id, body.reason);
  }

  @Handles(clerkToday)
  today(@Staff() who: StaffActor, @Query() query: StoreQuery): Promise<ClerkTodayView> {
    return this.days.today(who, query.storeId);
  }

  @Handles(listPickups)
  pickups(@Staff() who: StaffActor, @Query() query: StoreQuery): Promise<PickupRow[]> {
    return this.days.pickups(who, query.storeId);
  }
}
