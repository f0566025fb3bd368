/** Which store is near: the one the person chose, or the nearest after the position was given once. */
import { create } from 'zustand';
import { listStores, type StoreView } from '@tongdian/shared/contract/stores.routes';
import { call } from '@kit/api';
import { useQuery, type Query } from '@kit/query';
import { keep, kept } from '@kit/storage';

interface PlaceState {
  /** Held for this visit only, never stored. */
  at: { lat: number; lng: number } | null;
  chosenId: string | null;
}

export const usePlace = create<PlaceState>(() => ({ at: null, chosenId: kept<string>('store') }));

export function chooseStore(id: string): void {
  keep('store', id);
  usePlace.setState({ chosenId: id });
}

export function useStores(): Query<StoreView[]> {
  return useQuery('stores', () => call(listStores), { persist: true, freshMs: 600_000 });
}

/** Straight distance in metres. */
export function metres(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const rad = Math.PI / 180;
  const x = (b.lng - a.lng) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.round(Math.sqrt(x * x + y * y) * 6_371_000);
}

export function distanceText(m: number): string {
  if (m < 1_500) return `步行 ${Math.max(1, Math.round(m / 75))} 分钟`;
  return m < 100_000 ? `${(m / 1_000).toFixed(1)} 公里` : '在别的城市';
}

/** Nearest first when the position is known, else the chosen one first. */
export function sorted(stores: StoreView[], { at, chosenId }: PlaceState): StoreView[] {
  const list = [...stores];
  if (at) return list.sort((a, b) => metres(at, a) - metres(at, b));
  return list.sort((a, b) => Number(b.id === chosenId) - Number(a.id === chosenId));
}

/** 「营业到 21:00」, 「10:00 开门」; stores keep Shanghai time. */
export function openText(store: StoreView, now = new Date()): { open: boolean; words: string } {
  const clock = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  if (clock < store.opensAt) return { open: false, words: `${store.opensAt} 开门` };
  if (clock >= store.closesAt) return { open: false, words: `打烊了，明天 ${store.opensAt} 开门` };
  return { open: true, words: `营业到 ${store.closesAt}` };
}
