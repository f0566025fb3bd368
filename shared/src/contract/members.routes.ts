import type { Platform } from '../kernel/platforms.js';
import type {
  AddressBody,
  AdminMembersQuery,
  BindPhoneBody,
  RefreshBody,
  SendSmsBody,
  SignInBody,
  UpdateMeBody,
} from './members.dto.js';
import { ANYONE, may, MEMBER, route, type Page } from './route.js';

export interface LevelView {
  id: string;
  name: string;
  rank: number;
  /** Growth value from which the level is held. */
  threshold: number;
  /** Basis points of the list price that a member of this level pays on goods with a member price. */
  memberPriceBp: number;
  pointsMultiplierBp: number;
}

export interface LevelProgressView {
  level: LevelView;
  growth: number;
  next: LevelView | null;
  /** Growth still missing to `next`; null on the highest level. */
  missing: number | null;
}

export interface MeView {
  id: string;
  memberNo: string;
  nickname: string | null;
  /** "139****2071", null until a phone is verified. */
  phoneMasked: string | null;
  platform: Platform;
  level: LevelProgressView;
  points: { available: number; pending: number };
  usableCoupons: number;
  joinedAt: string;
}

export interface SessionView {
  accessToken: string;
  refreshToken: string;
  /** Life of the access token in seconds. */
  expiresIn: number;
  member: MeView;
}

export interface PhoneBoundView {
  /**
   * bound: this member's first phone. joined: the phone belonged to a member already, who is now signed in
   * here as well. unchanged: it was this member's phone. review: both members hold a verified phone of
   * their own; people decide, nothing was changed.
   */
  outcome: 'bound' | 'joined' | 'unchanged' | 'review';
  session: SessionView;
}

export interface AddressView {
  id: string;
  recipient: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
  isDefault: boolean;
}

export interface AdminMemberRow {
  id: string;
  memberNo: string;
  name: string | null;
  phoneMasked: string | null;
  level: string;
  growth: number;
  points: number;
  /** Where the member is known: platforms and the sources of imports, e.g. "wechat", "card:groceries". */
  sources: string[];
  orders: number;
  spentFen: number;
  joinedAt: string;
}

export interface TimelineEntry {
  at: string;
  kind: 'joined' | 'identity' | 'order' | 'sale' | 'coupon' | 'points' | 'level' | 'visit';
  title: string;
  detail: string | null;
  amountFen: number | null;
}

export interface AdminMemberView extends AdminMemberRow {
  identities: {
    platform: string;
    kind: string;
    valueMasked: string;
    verifiedBy: string;
    firstSeenAt: string;
  }[];
  timeline: TimelineEntry[];
}

export const signIn = route<{ body: SignInBody; result: SessionView }>({
  method: 'POST',
  path: '/api/auth/sign-in',
  access: ANYONE,
  summary: "Sign in with a platform's one-use code",
  repeats: 'own',
  // By address: a shop's network or a carrier's stands for many phones, and a one-use code cannot be guessed.
  perMinute: 600,
});

export const refreshSession = route<{ body: RefreshBody; result: SessionView }>({
  method: 'POST',
  path: '/api/auth/refresh',
  access: ANYONE,
  summary: 'Trade a refresh token for a new pair; each is good for one use',
  repeats: 'own',
  perMinute: 600,
});

export const signOut = route<{ result: { ok: true } }>({
  method: 'POST',
  path: '/api/auth/sign-out',
  access: MEMBER,
  summary: 'End this session',
});

export const getMe = route<{ result: MeView }>({
  method: 'GET',
  path: '/api/me',
  access: MEMBER,
  summary: 'Who I am, my level, points and coupons',
});

export const updateMe = route<{ body: UpdateMeBody; result: MeView }>({
  method: 'PUT',
  path: '/api/me',
  access: MEMBER,
  summary: 'Change my name',
});

export const bindPhone = route<{ body: BindPhoneBody; result: PhoneBoundView }>({
  method: 'POST',
  path: '/api/me/phone',
  access: MEMBER,
  summary: 'Bind a verified phone; the same phone leads to the same member on every platform',
  repeats: 'own',
  perMinute: 10,
});

export const sendPhoneSms = route<{ body: SendSmsBody; result: { phoneMasked: string; retryAfter: number } }>(
  {
    method: 'POST',
    path: '/api/me/phone/sms',
    access: MEMBER,
    summary: 'Send a code to a phone (platforms without a phone button)',
    repeats: 'own',
    perMinute: 5,
  },
);

export const listAddresses = route<{ result: AddressView[] }>({
  method: 'GET',
  path: '/api/me/addresses',
  access: MEMBER,
  summary: 'My addresses, the default first',
});

export const addAddress = route<{ body: AddressBody; result: AddressView }>({
  method: 'POST',
  path: '/api/me/addresses',
  access: MEMBER,
  summary: 'Add an address (20 at most)',
});

export const changeAddress = route<{ params: { id: string }; body: AddressBody; result: AddressView }>({
  method: 'PUT',
  path: '/api/me/addresses/:id',
  access: MEMBER,
  summary: 'Change an address',
});

export const removeAddress = route<{ params: { id: string }; result: { ok: true } }>({
  method: 'DELETE',
  path: '/api/me/addresses/:id',
  access: MEMBER,
  summary: 'Remove an address',
});

export const listLevels = route<{ result: LevelView[] }>({
  method: 'GET',
  path: '/api/levels',
  access: ANYONE,
  summary: 'All levels, lowest first',
});

export const adminListMembers = route<{ query: AdminMembersQuery; result: Page<AdminMemberRow> }>({
  method: 'GET',
  path: '/api/admin/members',
  access: may('members.read'),
  summary: 'Members with their sources, newest first',
});

export const adminGetMember = route<{ params: { id: string }; result: AdminMemberView }>({
  method: 'GET',
  path: '/api/admin/members/:id',
  access: may('members.read'),
  summary: 'One member on one page: identities and time line',
});
