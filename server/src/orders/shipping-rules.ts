/** What sending costs: one template for now. Goods from a store cost nothing to fetch. */
import { fen } from '@tongdian/shared/kernel/money';
import type { ShippingTerms } from '@tongdian/shared/rules/pricing';

export const SHIPPING: ShippingTerms = { baseFen: fen(1_200), freeFromFen: fen(9_900) };
