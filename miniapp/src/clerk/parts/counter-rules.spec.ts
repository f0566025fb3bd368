import { describe, expect, it } from 'vitest';
import type { ScanCouponView, ScanView } from '@tongdian/shared/contract/verification.routes';
import {
  groupsOf,
  leftText,
  proposed,
  readBill,
  stillPossible,
  sumOf,
  thingsText,
  withCoupon,
  withOrder,
} from './counter-rules';

const coupon = (couponId: string, more: Partial<ScanCouponView> = {}): ScanCouponView => ({
  couponId,
  kind: 'money_off',
  title: couponId,
  says: '',
  where: '',
  validUntil: '2026-07-01T00:00:00Z',
  refusal: null,
  offFen: 500,
  needsBill: false,
  chosen: false,
  ...more,
});
const pickup = (orderId: string): ScanView['pickups'][number] => ({
  orderId,
  orderNo: orderId,
  lines: [],
  payableFen: 26_900,
  refusal: null,
});
const scan = (coupons: ScanCouponView[], more: Partial<ScanView> = {}): ScanView => ({
  scanId: 's',
  member: { nameMasked: '林*', phoneMasked: '139****2071', level: '金卡', points: 2480 },
  coupons,
  pickups: [],
  billFen: null,
  expiresAt: '2026-06-13T00:05:00Z',
  ...more,
});

describe('the bill that a clerk types', () => {
  it('is read by its digits, without a float', () => {
    expect(readBill('3257').fen).toBe(325_700);
    expect(readBill('0.29').fen).toBe(29);
    expect(readBill('1,128.5').fen).toBe(112_850);
    expect(readBill('.5').fen).toBe(50);
    expect(readBill('12.').fen).toBe(1_200);
  });

  it('is nothing while nothing is typed', () => {
    expect(readBill(' ')).toEqual({ fen: null, fault: null });
  });

  it.each(['12.345', 'abc', '-5', '1.2.3', '1000000.01'])('refuses %s and says why', (text) => {
    const bill = readBill(text);
    expect(bill.fen).toBeNull();
    expect(bill.fault).toBeTruthy();
  });

  it('takes the highest bill that the server takes', () => {
    expect(readBill('1000000').fen).toBe(100_000_000);
  });
});

describe('what is ticked before the clerk touches anything', () => {
  it('is the coupon whose code was shown, and no pick-up beside it', () => {
    const view = scan([coupon('a', { chosen: true }), coupon('b')], { pickups: [pickup('o')] });
    expect(proposed(view, null)).toEqual({ couponIds: ['a'], orderIds: [] });
  });

  it('is nothing when the coupon shown is refused', () => {
    const view = scan([coupon('a', { chosen: true, refusal: '过期了', offFen: null }), coupon('b')]);
    expect(proposed(view, null).couponIds).toEqual([]);
  });

  it('is the order that was waited for, and only when this member has it', () => {
    const view = scan([coupon('a')], { pickups: [pickup('o'), pickup('p')] });
    expect(proposed(view, 'p')).toEqual({ couponIds: [], orderIds: ['p'] });
    expect(proposed(view, 'x')).toEqual({ couponIds: [], orderIds: [] });
  });

  it('is what waits for a member code, and of several coupons none until there is a bill', () => {
    const view = scan([coupon('a'), coupon('b')], { pickups: [pickup('o')] });
    expect(proposed(view, null)).toEqual({ couponIds: [], orderIds: ['o'] });
  });

  it('is the only thing that can be done', () => {
    expect(proposed(scan([coupon('a'), coupon('b', { refusal: '过期了' })]), null).couponIds).toEqual(['a']);
  });

  it('is the coupon that saves most once there is a bill; goods are never pushed', () => {
    const view = scan(
      [
        coupon('a', { offFen: 500 }),
        coupon('b', { offFen: 900 }),
        coupon('gift', { kind: 'exchange', offFen: 9_900 }),
        coupon('c', { refusal: '还差 ¥12 可用', offFen: null }),
      ],
      { billFen: 20_000 },
    );
    expect(proposed(view, null).couponIds).toEqual(['b']);
  });
});

describe('ticking by hand', () => {
  const view = scan([
    coupon('a'),
    coupon('b'),
    coupon('gift', { kind: 'exchange' }),
    coupon('no', { refusal: '过期了' }),
  ]);

  it('uses one coupon off the bill at a time, and any number of gifts', () => {
    let choice = withCoupon(view, { couponIds: [], orderIds: [] }, 'a');
    choice = withCoupon(view, choice, 'gift');
    choice = withCoupon(view, choice, 'b');
    expect(choice.couponIds).toEqual(['gift', 'b']);
    expect(withCoupon(view, choice, 'gift').couponIds).toEqual(['b']);
  });

  it('does not tick what is refused', () => {
    expect(withCoupon(view, { couponIds: [], orderIds: [] }, 'no').couponIds).toEqual([]);
  });

  it('keeps of a choice what the bill still allows', () => {
    const later = scan([coupon('a', { refusal: '还差 ¥12 可用' }), coupon('b')], { pickups: [pickup('o')] });
    expect(stillPossible(later, { couponIds: ['a', 'b'], orderIds: ['o', 'gone'] })).toEqual({
      couponIds: ['b'],
      orderIds: ['o'],
    });
  });

  it('ticks and unticks an order', () => {
    const choice = withOrder({ couponIds: [], orderIds: [] }, 'o');
    expect(choice.orderIds).toEqual(['o']);
    expect(withOrder(choice, 'o').orderIds).toEqual([]);
  });
});

describe('what it comes to', () => {
  it('is the bill less what comes off it; a gift is not on the bill', () => {
    const view = scan(
      [coupon('a', { offFen: 15_000 }), coupon('gift', { kind: 'exchange', offFen: 4_800 })],
      {
        billFen: 325_700,
      },
    );
    expect(sumOf(view, { couponIds: ['a', 'gift'], orderIds: ['o'] })).toEqual({
      count: 3,
      offFen: 15_000,
      dueFen: 310_700,
      missing: null,
    });
  });

  it('waits for the bill when a chosen coupon needs it', () => {
    const view = scan([coupon('a', { needsBill: true, offFen: null })]);
    expect(sumOf(view, { couponIds: ['a'], orderIds: [] })).toEqual({
      count: 1,
      offFen: null,
      dueFen: null,
      missing: 'bill',
    });
  });

  it('cannot be confirmed with nothing chosen', () => {
    expect(sumOf(scan([coupon('a')]), { couponIds: [], orderIds: [] }).missing).toBe('nothing');
  });
});

describe('words', () => {
  it('counts things as people do', () => {
    expect(thingsText(2)).toBe('两件事');
    expect(thingsText(12)).toBe(' 12 件事');
  });

  it('shows digits in groups of four', () => {
    expect(groupsOf('620488')).toEqual(['6204', '88', '']);
    expect(groupsOf('')).toEqual(['', '', '']);
  });

  it('says how long something can be undone', () => {
    expect(leftText(581_000)).toBe('9:41');
    expect(leftText(3 * 3_600_000 + 120_000)).toBe('3 小时 2 分');
    expect(leftText(0)).toBeNull();
  });
});
