/** Who asked, under which number, and in which transaction: carried along the calls of one request. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { Permission, Role } from '@tongdian/shared/contract/permissions';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

export interface MemberActor {
  kind: 'member';
  memberId: string;
  sessionId: string;
  identityId: string;
  platform: Platform;
  deviceId: string;
}

export interface StaffActor {
  kind: 'staff';
  staffId: string;
  sessionId: string;
  name: string;
  role: Role;
  permissions: readonly Permission[];
  storeIds: readonly string[];
}

export type Actor =
  MemberActor | StaffActor | { kind: 'system'; name: string } | { kind: 'platform'; name: string };

export interface Transaction {
  runner: QueryRunner;
  client: PoolClient;
  /** Run after the commit, in order; a failure there is logged, never thrown. */
  afterCommit: (() => void)[];
}

export interface Context {
  requestId: string | null;
  actor: Actor;
  transaction: Transaction | null;
}

const storage = new AsyncLocalStorage<Context>();
const NOBODY: Actor = { kind: 'system', name: '系统' };

export function currentContext(): Context {
  return storage.getStore() ?? { requestId: null, actor: NOBODY, transaction: null };
}

export function withContext<T>(change: Partial<Context>, work: () => T): T {
  return storage.run({ ...currentContext(), ...change }, work);
}
