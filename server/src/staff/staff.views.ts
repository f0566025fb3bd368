/** Rows about staff as the contract shows them. */
import { ROLE_NAMES, ROLE_PERMISSIONS } from '@tongdian/shared/contract/permissions';
import type { DemoLoginsView, StaffView } from '@tongdian/shared/contract/staff.routes';
import type { StaffRow } from './staff.repository.js';

export function staffView(row: StaffRow): StaffView {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    roleName: ROLE_NAMES[row.role],
    permissions: [...ROLE_PERMISSIONS[row.role]],
    stores: row.stores,
  };
}

export function demoLoginView(row: StaffRow, password: string): DemoLoginsView['logins'][number] {
  return {
    login: row.login,
    password,
    name: row.name,
    role: ROLE_NAMES[row.role],
    store: row.stores[0]?.name ?? null,
  };
}
