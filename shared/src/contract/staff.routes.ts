import type { Permission, Role } from './permissions.js';
import type { StaffSignInBody } from './staff.dto.js';
import { ANYONE, route, STAFF } from './route.js';

export interface StaffView {
  id: string;
  login: string;
  name: string;
  role: Role;
  roleName: string;
  permissions: Permission[];
  /** Where a clerk or manager works; empty for the office. */
  stores: { id: string; name: string }[];
}

export interface StaffSessionView {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  staff: StaffView;
}

/** Shown on the sign-in screens of a preview, never in production. */
export interface DemoLoginsView {
  logins: { login: string; password: string; name: string; role: string; store: string | null }[];
}

export const staffSignIn = route<{ body: StaffSignInBody; result: StaffSessionView }>({
  method: 'POST',
  path: '/api/staff/sign-in',
  access: ANYONE,
  summary: 'Sign in as staff; five wrong tries close the login for five minutes',
  repeats: 'own',
  // By address: an office is one. Guessing is stopped at the login itself.
  perMinute: 60,
});

export const staffMe = route<{ result: StaffView }>({
  method: 'GET',
  path: '/api/staff/me',
  access: STAFF,
  summary: 'Who I am and what I may',
});

export const staffSignOut = route<{ result: { ok: true } }>({
  method: 'POST',
  path: '/api/staff/sign-out',
  access: STAFF,
  summary: 'End this session',
});

export const demoLogins = route<{ result: DemoLoginsView }>({
  method: 'GET',
  path: '/api/preview/logins',
  access: ANYONE,
  summary: 'Demo logins; empty outside of a preview',
});
