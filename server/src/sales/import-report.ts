/** What an import did, counted from the rows themselves: the same for a dry run and for a real one. */
import type { ImportMapping } from './mapping.js';
import { REFUSALS, type RefusalReason } from './read-row.js';
import type { FileRow } from './read-file.js';

export class ImportReport {
  lines = 0;
  accepted = 0;
  soldMinor = 0;
  cancelledMinor = 0;
  readonly sales = new Set<string>();
  readonly cancellations = new Set<string>();
  readonly cards = new Set<string>();
  readonly goods = new Set<string>();
  readonly refused = new Map<RefusalReason, number[]>();

  count(row: FileRow): void {
    this.lines += 1;
    if (!row.read.ok) {
      const lines = this.refused.get(row.read.reason);
      if (lines) lines.push(row.line);
      else this.refused.set(row.read.reason, [row.line]);
      return;
    }
    const { line } = row.read;
    this.accepted += 1;
    this.goods.add(line.goodsCode);
    if (line.cardNo) this.cards.add(line.cardNo);
    if (line.kind === 'sale') {
      this.sales.add(line.documentNo);
      this.soldMinor += line.amountMinor;
    } else {
      this.cancellations.add(line.documentNo);
      this.cancelledMinor += line.amountMinor;
    }
  }

  print(mapping: ImportMapping, heading: string): string {
    const money = (minor: number): string => {
      const size = Math.abs(minor);
      return `${minor < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')} ${mapping.currency}`;
    };
    const refusedLines = [...this.refused.values()].reduce((sum, lines) => sum + lines.length, 0);
    const rows = [
      ['lines', this.lines],
      ['accepted', this.accepted],
      ['refused', refusedLines],
      ['sales', this.sales.size],
      ['cancellations', this.cancellations.size],
      ['members (cards)', this.cards.size],
      ['products', this.goods.size],
      ['sold', money(this.soldMinor)],
      ['cancelled', money(this.cancelledMinor)],
      ['net', money(this.soldMinor + this.cancelledMinor)],
    ];
    const table = rows.map(([name, value]) => `  ${String(name).padEnd(16)} ${String(value)}`);
    return [`${heading} ${mapping.channel}`, ...table, ...this.refusals()].join('\n');
  }

  /** Every refused row, by its reason. */
  private refusals(): string[] {
    return [...this.refused].map(
      ([reason, lines]) =>
        `  refused: ${reason} (${REFUSALS[reason]}), ${lines.length} rows: ${lines.join(' ')}`,
    );
  }
}
