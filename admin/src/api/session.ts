/** Who is signed in: kept for this browser tab only, gone when it closes. */
import type { Permission } from '@tongdian/shared/contract/permissions';
import type { StaffSessionView, StaffView } from '@tongdian/shared/contract/staff.routes';
import { useSyncExternalStore } from 'react';

const KEY = 'tongdian.panel.session';

export interface PanelSession {
  accessToken: string;
  staff: StaffView;
}

const listeners = new Set<() => void>();
let current: PanelSession | null = read();

function read(): PanelSession | null {
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as PanelSession) : null;
  } catch {
    return null;
  }
}

export function currentSession(): PanelSession | null {
  return current;
}

function put(session: PanelSession | null): void {
  current = session;
  if (session) sessionStorage.setItem(KEY, JSON.stringify(session));
  else sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

export function beginSession({ accessToken, staff }: StaffSessionView): void {
  put({ accessToken, staff });
}

export function endSession(): void {
  put(null);
}

/** Called whenever who is signed in changes. Answers with the way to stop listening. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): PanelSession | null {
  return useSyncExternalStore(onSessionChange, currentSession);
}

export function useMay(permission: Permission): boolean {
  return useSession()?.staff.permissions.includes(permission) ?? false;
}
