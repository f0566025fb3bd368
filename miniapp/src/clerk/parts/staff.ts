/**
 * Who stands at this counter: signed in with login and password, kept on the device. When the session is over
 * the sign-in page opens on top of what was being done, and gives it back afterwards.
 */
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { staffMe, staffSignIn, staffSignOut, type StaffView } from '@tongdian/shared/contract/staff.routes';
import type { StaffSignInBody } from '@tongdian/shared/contract/staff.dto';
import { call, connectSession } from '@kit/api';
import { Problem } from '@kit/problem';
import { forget, keep, kept } from '@kit/storage';

interface Kept {
  accessToken: string;
  /** Device clock, ms. */
  until: number;
  staff: StaffView;
  storeId: string | null;
}

export interface Desk {
  staff: StaffView;
  store: { id: string; name: string };
}

interface StaffState {
  staff: StaffView | null;
  /** The store of this counter; null while it has to be chosen. */
  storeId: string | null;
}

const KEY = 'staff';
const SIGN_IN = '/pages/sign-in/index';
const TODAY = '/pages/today/index';

let now: Kept | null = living(kept<Kept>(KEY));
/** Who was at work when the session ended: only the same person goes on where it broke off. */
let before: string | null = null;
let asking = false;

export const useStaff = create<StaffState>(() => ({
  staff: now?.staff ?? null,
  storeId: now?.storeId ?? null,
}));

function living(found: Kept | null): Kept | null {
  return found && found.until > Date.now() ? found : null;
}

function take(next: Kept | null): void {
  now = next;
  if (next) keep(KEY, next);
  else forget(KEY);
  useStaff.setState({ staff: next?.staff ?? null, storeId: next?.storeId ?? null });
}

/** Is there somebody, and a store chosen? Then what a page of the counter needs to know. */
export function deskOf({ staff, storeId }: StaffState): Desk | null {
  const store = staff?.stores.find(({ id }) => id === storeId);
  return staff && store ? { staff, store } : null;
}

function over(): Problem {
  return new Problem('session_over', '登录过期了，重新登录一下', 401);
}

connectSession({
  token() {
    if (living(now)) return Promise.resolve(now!.accessToken);
    return ended();
  },
  renew: ended,
});

/** The server, or the clock, says that this session is over. */
function ended(): Promise<never> {
  before = now?.staff.id ?? before;
  take(null);
  askToSignIn();
  return Promise.reject(over());
}

/** Opens the sign-in page: on top of the page at work, or in its place when that is the first one. */
export function askToSignIn(): void {
  if (asking) return;
  asking = true;
  const alone = Taro.getCurrentPages().length <= 1;
  void (alone ? Taro.reLaunch({ url: SIGN_IN }) : Taro.navigateTo({ url: SIGN_IN }));
}

/** The sign-in page has gone, with or without an answer. */
export function signInClosed(): void {
  asking = false;
}

/** Refuses with wrong_credentials, login_closed, and not_allowed for who has no counter. */
export async function signInStaff(body: StaffSignInBody): Promise<void> {
  const { accessToken, expiresIn, staff } = await call(staffSignIn, { body });
  const mayRedeem = staff.permissions.includes('verification.redeem');
  if (!mayRedeem || staff.stores.length === 0)
    throw new Problem('not_allowed', '这个账号没有门店，用店员的账号登录', 403);
  const storeId = staff.stores.length === 1 ? staff.stores[0]!.id : null;
  take({ accessToken, until: Date.now() + expiresIn * 1_000, staff, storeId });
}

export function chooseStore(storeId: string): void {
  if (now) take({ ...now, storeId });
}

/** After signing in and choosing a store: back to the work of the same person, or to today. */
export function leaveSignIn(): void {
  const mine = before === null || before === now?.staff.id;
  before = null;
  if (mine && Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: TODAY });
}

/** Asks who I am now: stores and rights change. Never throws; without network all stays as it was. */
export async function refreshStaff(): Promise<void> {
  if (!living(now)) return;
  try {
    const staff = await call(staffMe);
    if (!now) return;
    const stays = staff.stores.some(({ id }) => id === now!.storeId);
    take({
      ...now,
      staff,
      storeId: stays ? now.storeId : staff.stores.length === 1 ? staff.stores[0]!.id : null,
    });
  } catch {
    // A session that is over has opened the sign-in page by itself.
  }
}

/** Ends the session here, also when the server cannot be told. */
export async function signOutStaff(): Promise<void> {
  asking = true;
  await call(staffSignOut).catch(() => undefined);
  before = null;
  take(null);
  forget('scan.pending');
  forget('scan.open');
  void Taro.reLaunch({ url: SIGN_IN });
}
