/** Holds goods for an unpaid order, takes them out when it is paid, gives them back when it is not. */
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../platform/problem.js';
import type { StockRow } from './sku-fact.js';
import { StockRepository, type StockMove } from './stock.repository.js';

export interface ReservedLine extends StockMove {
  /** For the words of a refusal. */
  name: string;
}

/** Two lines of one SKU are one demand. */
function summed(lines: readonly ReservedLine[]): ReservedLine[] {
  const bySku = new Map<string, ReservedLine>();
  for (const line of lines) {
    const before = bySku.get(line.skuId);
    bySku.set(line.skuId, before ? { ...before, quantity: before.quantity + line.quantity } : { ...line });
  }
  return [...bySku.values()];
}

@Injectable()
export class StockService {
  constructor(@Inject(StockRepository) private readonly stock: StockRepository) {}

  warehouse(): Promise<string> {
    return this.stock.warehouse();
  }

  /** Refuses with store_not_found when the store keeps no stock. */
  async placeOfStore(storeId: string): Promise<string> {
    const place = await this.stock.placeOfStore(storeId);
    if (!place) throw new Problem('store_not_found');
    return place;
  }

  ofSkus(skuIds: readonly string[]): Promise<StockRow[]> {
    return this.stock.ofSkus(skuIds);
  }

  availableAt(placeId: string, skuIds: readonly string[]): Promise<Map<string, number>> {
    return this.stock.availableAt(placeId, skuIds);
  }

  /** All lines or none: refuses with out_of_stock, naming the goods and what is left. Inside a transaction. */
  async reserve(placeId: string, lines: readonly ReservedLine[], cause: string): Promise<void> {
    const demand = summed(lines);
    const available = await this.stock.holdAt(
      placeId,
      demand.map((line) => line.skuId),
    );
    for (const line of demand) {
      const left = available.get(line.skuId) ?? 0;
      if (left < line.quantity)
        throw new Problem('out_of_stock', { name: line.name, available: Math.max(0, left) });
    }
    await this.stock.move('reserve', placeId, demand, cause);
  }

  async release(placeId: string, lines: readonly ReservedLine[], cause: string): Promise<void> {
    await this.stock.move('release', placeId, summed(lines), cause);
  }

  async deduct(placeId: string, lines: readonly ReservedLine[], cause: string): Promise<void> {
    await this.stock.move('deduct', placeId, summed(lines), cause);
  }
}
