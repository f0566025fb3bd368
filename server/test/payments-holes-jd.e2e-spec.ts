/** JD 收银 signs with SHA1 over a secret and signs no answers: what is made of that, and what is not. */
import { fen } from '@tongdian/shared/kernel/money';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jdPayToken } from '../src/platform/jd/pay-token.js';
import { GatewayRefusal, NotifyRefused, UnknownResult } from '../src/platform/payment-gateway.js';
import { jdHeaders, nowSeconds, payStage, type Stage } from './pay-stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await payStage();
});
afterAll(() => stage.close());
beforeEach(() => void stage.heard.splice(0));

const paid = (change: object = {}) => ({
  customerNum: '10001',
  shopNum: '10002',
  requestNum: 'order_000001',
  orderNum: 'JD1',
  orderAmount: '88.00',
  status: 'SUCCESS',
  ...change,
});
const answer = (value: object | string, status = 200): void =>
  stage.answer(
    (_, response) =>
      void response.writeHead(status).end(typeof value === 'string' ? value : JSON.stringify(value)),
  );
const query = () => stage.jd.query('order_000001');
const intent = () => ({
  outTradeNo: 'order_000001',
  amountFen: fen(8_800),
  description: '晨雾',
  payer: 'jd-open-id',
  expiresAt: new Date('2026-06-13T06:32:05Z'),
  notifyUrl: 'http://127.0.0.1/notify/jd-pay',
});

test('the token leaves out what is empty, name and all', () => {
  expect(jdPayToken({ secretKey: 's', timestamp: '1', path: '/p', body: '{}' })).toMatch(/^[0-9A-F]{40}$/);
  expect(jdPayToken({ secretKey: 's', timestamp: '1', body: '' })).toBe(
    jdPayToken({ secretKey: 's', timestamp: '1' }),
  );
});

test('a call carries the token of the bytes sent, under the path without the base', async () => {
  answer({ success: true, requestNum: 'order_000001', orderNum: 'JD1', bankRequest: { a: 1 } });
  expect((await stage.jd.create(intent())).params).toEqual({ platform: 'jd', bankRequest: { a: 1 } });
  const { headers, body, url } = stage.heard[0]!;
  expect(url).toBe('/jd-pay/api/createPayWithCheck');
  const timestamp = String(headers['timestamp']);
  expect(headers['token']).toBe(
    jdPayToken({ secretKey: 'jd-secret', timestamp, path: '/api/createPayWithCheck', body }),
  );
  expect(JSON.parse(body)).toMatchObject({
    customerNum: '10001',
    shopNum: '10002',
    orderAmount: '88.00',
    timeExpire: '2026-06-13 14:32:05',
  });
});

describe('answers', () => {
  test.each([
    ['SUCCESS', 'paid'],
    ['INIT', 'open'],
    ['PAYING', 'open'],
    ['a word nobody knows', 'open'],
    ['constructor', 'open'],
    ['CLOSED', 'closed'],
    ['CANCELLED', 'closed'],
  ])('status %s is %s', async (status, state) => {
    answer({ success: true, ...paid({ status }) });
    expect((await query()).state).toBe(state);
  });

  test.each([
    ['another customer', { customerNum: '9' }],
    ['another shop', { shopNum: '9' }],
    ['another order', { requestNum: 'order_000002' }],
    ['no amount', { orderAmount: 88 }],
  ])('one about %s is no answer', async (_, change) => {
    answer({ success: true, ...paid(change) });
    expect((await query()).state).toBe('unknown');
  });

  test.each([
    [{ errorCode: 'X', errorMsg: 'no' }],
    [{ code: 'X', msg: 'no' }],
    [{ result: 'fail', error: { errorCode: 'X', errorMsg: 'no' } }],
  ])('%j is a clear no', async (value) => {
    answer(value);
    await expect(stage.jd.create(intent())).rejects.toThrow(GatewayRefusal);
    expect(stage.heard).toHaveLength(1);
  });

  test.each([
    ['HTTP 500', { success: true }, 500, 3],
    ['no JSON', '<html>', 200, 1],
    ['neither yes nor no', {}, 200, 1],
    ['too many calls', { errorCode: 'FREQUENCY_LIMIT' }, 429, 1],
    ['a redirect', {}, 302, 1],
  ])('%s is no answer at all', async (_, value, status, calls) => {
    answer(value, status);
    await expect(stage.jd.create(intent())).rejects.toThrow(UnknownResult);
    expect(stage.heard).toHaveLength(calls);
  });
});

describe('notifies', () => {
  const read = (body: string, headers: Record<string, string>) =>
    stage.jd.readNotify(Buffer.from(body), headers);
  const good = JSON.stringify(paid());

  test('a genuine one is read, and its repeat has the same name', async () => {
    const first = await read(good, jdHeaders(good, 'jd-secret', nowSeconds(-20)));
    const second = await read(good, jdHeaders(good, 'jd-secret'));
    expect(first).toMatchObject({
      outTradeNo: 'order_000001',
      payment: { state: 'paid', amountFen: 8_800, transactionNo: 'JD1' },
    });
    expect(second.notifyId).toBe(first.notifyId);
  });

  test.each([
    ['another secret', () => jdHeaders(good, 'guess')],
    ['the next secret before it is switched on', () => jdHeaders(good, 'jd-next-secret')],
    ['another body', () => jdHeaders(`${good} `, 'jd-secret')],
    [
      'a token in small letters',
      () => ({ ...jdHeaders(good, 'jd-secret'), token: jdHeaders(good, 'jd-secret').token!.toLowerCase() }),
    ],
    [
      'half a token',
      () => ({ ...jdHeaders(good, 'jd-secret'), token: jdHeaders(good, 'jd-secret').token!.slice(0, 20) }),
    ],
    ['six minutes ago', () => jdHeaders(good, 'jd-secret', nowSeconds(-360))],
    ['in six minutes', () => jdHeaders(good, 'jd-secret', nowSeconds(360))],
    ['milliseconds', () => jdHeaders(good, 'jd-secret', String(Date.now()))],
    ['no headers', () => ({})],
  ])('one with %s is refused', async (_, headers) => {
    await expect(read(good, headers() as Record<string, string>)).rejects.toThrow(NotifyRefused);
  });

  test.each([
    ['another customer', { customerNum: '9' }],
    ['another shop', { shopNum: '9' }],
    ['no amount', { orderAmount: undefined }],
    ['no order', { requestNum: '' }],
  ])('a genuine one about %s is refused', async (_, change) => {
    const body = JSON.stringify(paid(change));
    await expect(read(body, jdHeaders(body, 'jd-secret'))).rejects.toThrow(NotifyRefused);
  });

  test('the next secret is believed until its time and no longer', async () => {
    const until = (at: Date) => payStage({ JD_PAY_NEXT_SECRET_KEY_UNTIL: at.toISOString() });
    const now = await until(new Date(Date.now() + 60_000));
    const past = await until(new Date(Date.now() - 1_000));
    const message = [Buffer.from(good), jdHeaders(good, 'jd-next-secret')] as const;
    expect((await now.jd.readNotify(...message)).payment?.state).toBe('paid');
    await expect(past.jd.readNotify(...message)).rejects.toThrow('wrong token');
    await Promise.all([now.close(), past.close()]);
  });

  test.each(['', '[]', '{'])('a genuine "%s" is refused', async (body) => {
    await expect(read(body, jdHeaders(body, 'jd-secret'))).rejects.toThrow(NotifyRefused);
  });
});

describe('refunds', () => {
  const refund = () => ({
    ...intent(),
    transactionNo: 'JD1',
    outRefundNo: 'r1',
    refundFen: fen(800),
    totalFen: fen(8_800),
    reason: '退',
  });

  test.each([
    [{ status: 'SUCCESS' }, 'done'],
    [{ status: 'PROCESSING' }, 'processing'],
    [{}, 'processing'],
    [{ status: 'FAILED' }, 'failed'],
    [{ status: 'NEW WORD' }, 'unknown'],
  ])('%j is %s', async (change, state) => {
    answer({ success: true, refundRequestNum: 'r1', refundAmount: '8.00', ...change });
    expect(await stage.jd.refund(refund())).toMatchObject({ state, refundFen: 800 });
  });

  test('an answer about another refund is none', async () => {
    answer({ success: true, refundRequestNum: 'r2', refundAmount: '8.00', status: 'SUCCESS' });
    expect((await stage.jd.refund(refund())).state).toBe('unknown');
  });
});
