/** Builders of coupons and of what a phone shows at a counter. */
import { createHmac, randomBytes } from 'node:crypto';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import {
  adminCreateTemplate,
  adminPublishTemplate,
  claimCoupon,
  type CouponView,
  type TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import {
  openCode,
  scanCode,
  type CodeSeedView,
  type ScanView,
} from '@tongdian/shared/contract/verification.routes';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { ROLE_PERMISSIONS } from '@tongdian/shared/contract/permissions';
import { messageFor, qrText, spokenCode, stepAt } from '@tongdian/shared/rules/code-rules';
import { newId } from '../src/platform/new-id.js';
import { Tokens } from '../src/platform/security/tokens.js';
import { signInMember, type Answer, type World } from './world.js';

/** ¥30 off anything anywhere, 100 of them, one each; `change` replaces fields. */
export function templateBody(w: World, change: Partial<CouponTemplateBody> = {}): CouponTemplateBody {
  const now = w.clock.now();
  return {
    title: '豆与耗材券',
    kind: 'money_off',
    thresholdFen: 0,
    amountFen: 3_000,
    scope: {},
    totalCount: 100,
    perMember: 1,
    claimFrom: addMs(now, -DAY_MS).toISOString(),
    claimUntil: addMs(now, 30 * DAY_MS).toISOString(),
    validDays: 30,
    claimable: true,
    ...change,
  };
}

/** A published template, made as an operator makes it. */
export async function publishedTemplate(
  w: World,
  operator: string,
  change: Partial<CouponTemplateBody> = {},
): Promise<TemplateView> {
  const { id } = (await w.call(adminCreateTemplate, { body: templateBody(w, change), token: operator }))
    .value;
  return (await w.call(adminPublishTemplate, { params: { id }, token: operator })).value;
}

export async function claimed(w: World, token: string, templateId: string): Promise<CouponView> {
  return (await w.call(claimCoupon, { params: { id: templateId }, token })).value;
}

/** Tokens of so many different members. */
export async function crowd(w: World, count: number, name: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1)
    tokens.push((await signInMember(w, 'wechat', `${name}-${index}`)).accessToken);
  return tokens;
}

/** Tokens of so many clerks of a store, signed in without a password each: hashing those takes a core a second. */
export async function clerkCrowd(w: World, count: number, storeId: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [id, session, name] = [newId(), newId(), `店员 ${index}`];
    await w.db.run(
      `with one as (
         insert into staff (id, login, name, role, password_hash, created_at) values ($1::uuid, 'clerk.' || $1::text, $3, 'clerk', '', $5)
       ), at as (insert into staff_stores (staff_id, store_id) values ($1, $4))
       insert into staff_sessions (id, staff_id, expires_at, created_at) values ($2, $1, $5::timestamptz + interval '1 day', $5)`,
      [id, session, name, storeId, w.clock.now()],
    );
    const claims = { kind: 'staff', sub: id, sid: session, name, role: 'clerk' } as const;
    tokens.push(
      w.server
        .get(Tokens)
        .sign({ ...claims, stores: [storeId], permissions: [...ROLE_PERMISSIONS.clerk] }, 3_600),
    );
  }
  return tokens;
}

/** What the phone shows `shiftMs` from the server's now. */
export function shownCode(
  w: World,
  seed: CodeSeedView,
  shiftMs = 0,
): { qr: string; typed: string; step: number } {
  const step = stepAt(w.clock.now().getTime() + shiftMs);
  const mac = createHmac('sha256', Buffer.from(seed.secret, 'base64url'))
    .update(messageFor(seed.handle, step))
    .digest();
  return { qr: qrText(seed.handle, mac), typed: spokenCode(seed.handle, mac), step };
}

export async function opened(w: World, token: string, couponId?: string): Promise<CodeSeedView> {
  return (await w.call(openCode, { body: couponId ? { couponId } : {}, token })).value;
}

export function nonce(): string {
  return randomBytes(12).toString('base64url');
}

/** A clerk's scan of this text at this store. */
export function scanned(
  w: World,
  clerk: string,
  storeId: string,
  code: string,
  change: { nonce?: string; entered?: 'scan' | 'typed' } = {},
): Promise<Answer<ScanView>> {
  return w.call(scanCode, {
    body: { code, storeId, nonce: nonce(), entered: 'scan', ...change },
    token: clerk,
  });
}
