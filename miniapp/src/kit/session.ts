/**
 * The member's session: signed in silently at the start, shown from what was kept before the network has
 * answered, renewed without a word. A phone number is never asked for here.
 */
import { create } from 'zustand';
import {
  getMe,
  refreshSession,
  signIn,
  type MeView,
  type SessionView,
} from '@tongdian/shared/contract/members.routes';
import { call, connectSession } from './api';
import { host } from './platform';
import { asProblem, Problem } from './problem';
import { forget, freshName, keep, kept } from './storage';

interface Kept {
  accessToken: string;
  refreshToken: string;
  /** Device clock, ms. */
  until: number;
  me: MeView;
  meAt: number;
}

interface SessionState {
  phase: 'starting' | 'in' | 'out';
  me: MeView | null;
  /** When `me` was last heard from the server, device clock. */
  meAt: number | null;
  problem: Problem | null;
}

const KEY = 'session';
const EARLY_MS = 30_000;

export const useSession = create<SessionState>(() => ({
  phase: 'starting',
  me: null,
  meAt: null,
  problem: null,
}));

let now: Kept | null = null;
let signing: Promise<string> | null = null;

function deviceId(): string {
  const known = kept<string>('device');
  if (known) return known;
  const made = freshName(32);
  keep('device', made);
  return made;
}

/** Takes over a session that the server gave: from signing in, or from binding a phone. */
export function adopt(view: SessionView): string {
  const meAt = Date.now();
  now = {
    accessToken: view.accessToken,
    refreshToken: view.refreshToken,
    until: meAt + view.expiresIn * 1_000,
    me: view.member,
    meAt,
  };
  keep(KEY, now);
  useSession.setState({ phase: 'in', me: view.member, meAt, problem: null });
  return view.accessToken;
}

async function enter(): Promise<string> {
  const code = await host.login().catch(() => {
    throw Problem.onTheWay('offline');
  });
  const body = { platform: host.platform(), code, deviceId: deviceId() };
  return adopt(await call(signIn, { body }));
}

async function refreshOrEnter(): Promise<string> {
  if (!now) return enter();
  try {
    return adopt(
      await call(refreshSession, { body: { refreshToken: now.refreshToken, deviceId: deviceId() } }),
    );
  } catch (fault) {
    const problem = asProblem(fault);
    if (problem.unsure) throw problem;
    now = null;
    forget(KEY);
    return enter();
  }
}

/** However many ask at once, one sign-in goes out. */
function once(act: () => Promise<string>): Promise<string> {
  signing ??= act()
    .catch((fault: unknown) => {
      const problem = asProblem(fault);
      useSession.setState((state) => ({ phase: state.me ? 'in' : 'out', problem }));
      throw problem;
    })
    .finally(() => {
      signing = null;
    });
  return signing;
}

connectSession({
  token() {
    if (now && now.until - EARLY_MS > Date.now()) return Promise.resolve(now.accessToken);
    return once(refreshOrEnter);
  },
  renew: () => once(refreshOrEnter),
});

/** At launch: shows what was known, then asks. Never throws; the state carries the problem. */
export async function startSession(): Promise<void> {
  now = kept<Kept>(KEY);
  if (now) useSession.setState({ phase: 'in', me: now.me, meAt: now.meAt, problem: null });
  await refreshMe();
}

/** Asks the server who I am now: level, points, coupons. Never throws. */
export async function refreshMe(): Promise<void> {
  try {
    const me = await call(getMe);
    const meAt = Date.now();
    if (now) {
      now = { ...now, me, meAt };
      keep(KEY, now);
    }
    useSession.setState({ phase: 'in', me, meAt, problem: null });
  } catch (fault) {
    useSession.setState((state) => ({ phase: state.me ? 'in' : 'out', problem: asProblem(fault) }));
  }
}
