/**
 * Reading what was done, and sealing it: each entry's hash is taken over the hash before it, so that changing,
 * taking out or slipping in an entry breaks the chain from there on.
 */
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { AuditQuery } from '@tongdian/shared/contract/audit.dto';
import type { AuditEntryView } from '@tongdian/shared/contract/audit.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { sealOf } from '../platform/audit.js';
import { Database } from '../platform/database/database.js';
import { AuditRepository } from './audit.repository.js';
import { auditEntryView, sealedContent } from './audit.views.js';

const PAGE = 20;
const BATCH = 500;
const SEAL_EVERY_MS = 5_000;

export interface ChainCheck {
  entries: number;
  sealed: number;
  /** The id of the first entry that does not fit, or "missing after seal 12"; null when the chain is whole. */
  broken: string | null;
}

@Injectable()
export class AuditService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('audit');
  private timer: NodeJS.Timeout | null = null;
  private sealing: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(AuditRepository) private readonly entries: AuditRepository,
    @Inject(Database) private readonly db: Database,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sealing = this.sealAll(false).catch((error: Error) =>
        this.log.warn(`not sealed: ${error.message}`),
      );
    }, SEAL_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sealing;
  }

  /** Newest first. */
  async list(query: AuditQuery): Promise<Page<AuditEntryView>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? PAGE;
    const { subject = null, subjectId = null, action = null } = query;
    const filter = { subject, subjectId, action };
    const rows = await this.entries.page(filter, pageSize, (page - 1) * pageSize);
    return { items: rows.map(auditEntryView), total: await this.entries.count(filter), page, pageSize };
  }

  /** Seals what is not sealed yet, in order. Gives the number of new seals; 0 where another server is at it. */
  async sealAll(wait: boolean): Promise<number> {
    for (let sealed = 0; ;) {
      const now = await this.db.tx(() => this.sealSome(wait));
      sealed += now;
      if (now < BATCH) return sealed;
    }
  }

  /** Seals first, then recomputes the whole chain. */
  async verify(): Promise<ChainCheck> {
    await this.sealAll(true);
    const entries = await this.entries.count({ subject: null, subjectId: null, action: null });
    let sealed = 0;
    for (let previous: Buffer | null = null; ;) {
      const rows = await this.entries.sealedAfter(sealed, BATCH);
      for (const row of rows) {
        if (row.sealNo !== sealed + 1) return { entries, sealed, broken: `missing after seal ${sealed}` };
        const hash = sealOf(previous, sealedContent(row, row.sealNo));
        if (!row.hash?.equals(hash)) return { entries, sealed, broken: String(row.id) };
        previous = hash;
        sealed = row.sealNo;
      }
      if (rows.length < BATCH) return { entries, sealed, broken: null };
    }
  }

  private async sealSome(wait: boolean): Promise<number> {
    if (!(await this.entries.takeSeal(wait))) return 0;
    const last = await this.entries.lastSealed();
    let sealNo = last?.sealNo ?? 0;
    let hash = last?.hash ?? null;
    // An entry whose transaction ended late gets its place later than its id says: the place is what counts.
    const rows = await this.entries.unsealed(BATCH);
    const seals = rows.map((row) => {
      sealNo += 1;
      hash = sealOf(hash, sealedContent(row, sealNo));
      return { id: row.id, sealNo, hash };
    });
    if (seals.length > 0) await this.entries.seal(seals);
    return rows.length;
  }
}
