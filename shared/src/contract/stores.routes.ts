import { ANYONE, route } from './route.js';

export interface StoreView {
  id: string;
  code: string;
  name: string;
  city: string;
  district: string;
  address: string;
  phone: string;
  lng: number;
  lat: number;
  /** "10:00" and "21:00", Shanghai time. */
  opensAt: string;
  closesAt: string;
  picture: string;
}

export const listStores = route<{ result: StoreView[] }>({
  method: 'GET',
  path: '/api/stores',
  access: ANYONE,
  summary: 'All open stores',
});
