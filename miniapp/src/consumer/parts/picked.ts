/** What was picked on another page for the one that is being left open: an address, a store. */
import { create } from 'zustand';

export const usePicked = create<{ addressId: string | null; storeId: string | null }>(() => ({
  addressId: null,
  storeId: null,
}));
