/**
 * From a code to a scan. Each code that is brought gets one nonce, kept until the server has clearly answered:
 * when the answer is lost, or the app is closed, the same code sent again is the same scan.
 */
import { scanCode, type ScanView } from '@tongdian/shared/contract/verification.routes';
import { readCode } from '@tongdian/shared/rules/code-rules';
import { call } from '@kit/api';
import { asProblem, Problem } from '@kit/problem';
import { forget, freshName, keep, kept } from '@kit/storage';
import type { Desk } from './staff';

interface Pending {
  staffId: string;
  storeId: string;
  code: string;
  nonce: string;
}

export interface OpenScan {
  view: ScanView;
  wantedOrderId: string | null;
  billText: string;
}

const PENDING = 'scan.pending';
const OPEN = 'scan.open';

/** `typed` = a person's fingers brought the twelve digits; a QR carries more and says so itself. */
export async function readAtCounter(
  desk: Desk,
  text: string,
  wantedOrderId: string | null,
): Promise<ScanView> {
  const read = readCode(text);
  if (!read) throw new Problem('code_malformed', '这不是会员码，请顾客打开会员码', 422);
  const mine = { staffId: desk.staff.id, storeId: desk.store.id, code: text.trim() };
  const known = kept<Pending>(PENDING);
  const same =
    known && known.code === mine.code && known.storeId === mine.storeId && known.staffId === mine.staffId;
  const { nonce } = same ? known : { nonce: freshName(32) };
  keep(PENDING, { ...mine, nonce } satisfies Pending);
  try {
    const body = {
      code: mine.code,
      storeId: mine.storeId,
      nonce,
      entered: read.mac ? 'scan' : 'typed',
    } as const;
    const view = await call(scanCode, { body, key: nonce });
    forget(PENDING);
    holdScan({ view, wantedOrderId, billText: '' });
    return view;
  } catch (fault) {
    if (!asProblem(fault).unsure) forget(PENDING);
    throw fault;
  }
}

/** Kept so that the confirmation survives the app being closed; nothing in it that the screen does not show. */
export function holdScan(scan: OpenScan): void {
  keep(OPEN, scan);
}

export function heldScan(scanId: string): OpenScan | null {
  const scan = kept<OpenScan>(OPEN);
  return scan?.view.scanId === scanId ? scan : null;
}

export function dropScan(): void {
  forget(OPEN);
}
