import type { TemplateView } from '@tongdian/shared/contract/coupons.routes';
import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  emptyForm,
  formFrom,
  hintsOf,
  mostOff,
  ruleOf,
  scopeOf,
  type TemplateForm,
} from './template-form';

const BEANS = { value: 'c:018f0000-0000-7000-8000-000000000001', label: '咖啡豆' };
const GESHA = { value: 'p:018f0000-0000-7000-8000-000000000002', label: '瑰夏' };

function filled(changes: Partial<TemplateForm> = {}): TemplateForm {
  return {
    ...emptyForm('2026-06-13'),
    title: '豆与耗材券',
    threshold: '200',
    amount: '30',
    covers: [BEANS],
    excludes: [GESHA],
    ...changes,
  };
}

describe('bodyOf', () => {
  it('turns yuan into fen and business days into half-open instants', () => {
    expect(
      bodyOf(filled({ claimDays: ['2026-06-13', '2026-06-30'], total: '1,000', note: ' 限量豆不参加 ' })),
    ).toEqual({
      title: '豆与耗材券',
      kind: 'money_off',
      thresholdFen: 20_000,
      amountFen: 3_000,
      percentBp: undefined,
      capFen: undefined,
      scope: { categoryIds: [BEANS.value.slice(2)], notProductIds: [GESHA.value.slice(2)] },
      totalCount: 1_000,
      perMember: 1,
      claimFrom: '2026-06-12T16:00:00.000Z',
      claimUntil: '2026-06-30T16:00:00.000Z',
      validDays: 30,
      claimable: true,
      note: '限量豆不参加',
    });
  });

  it('sends nothing of another kind that was typed before the kind was changed', () => {
    const body = bodyOf(filled({ kind: 'percent_off', fold: '95', cap: '' }));
    expect(body).toMatchObject({
      kind: 'percent_off',
      percentBp: 500,
      amountFen: undefined,
      capFen: undefined,
    });
  });

  it('refuses an unfinished form', () => {
    expect(() => bodyOf(filled({ amount: '' }))).toThrow(RangeError);
  });
});

describe('scopeOf', () => {
  it('everything ticked is no restriction', () => {
    const scope = scopeOf(filled({ covers: [], excludes: [] }));
    expect(scope).toEqual({});
  });

  it('some platforms and no store: on line, on these', () => {
    const scope = scopeOf(filled({ covers: [], excludes: [], places: ['wechat', 'jd'] }));
    expect(scope).toEqual({ platforms: ['wechat', 'jd'], channels: ['online'] });
  });

  it('only the store: chosen stores count; without the store they do not', () => {
    expect(scopeOf(filled({ covers: [], excludes: [], places: ['store'], storeIds: ['s1'] }))).toEqual({
      channels: ['store'],
      storeIds: ['s1'],
    });
    expect(scopeOf(filled({ covers: [], excludes: [], places: ['alipay'], storeIds: ['s1'] }))).toEqual({
      platforms: ['alipay'],
      channels: ['online'],
    });
  });

  it('an exchange stays at the counter and free shipping on line, whatever was ticked', () => {
    expect(scopeOf(filled({ kind: 'exchange', covers: [], excludes: [] })).channels).toEqual(['store']);
    expect(scopeOf(filled({ kind: 'shipping', covers: [], excludes: [] })).channels).toEqual(['online']);
  });
});

describe('hintsOf', () => {
  const names = (form: TemplateForm): string[] => hintsOf(form).map(({ name }) => name);

  it('a filled form has none', () => expect(hintsOf(filled())).toEqual([]));

  it('names each field that is missing', () => {
    expect(names({ ...emptyForm('2026-06-13'), total: '', claimDays: null, validDays: '0' })).toEqual([
      'title',
      'amount',
      'validDays',
      'claimDays',
      'total',
    ]);
  });

  it('a coupon never takes off more than its threshold', () => {
    expect(names(filled({ amount: '200.01' }))).toEqual(['amount']);
    expect(names(filled({ amount: '200' }))).toEqual([]);
    expect(names(filled({ threshold: '', amount: '50' }))).toEqual([]);
  });

  it('nobody may claim more than there are', () => {
    expect(names(filled({ total: '2', perMember: '3' }))).toEqual(['perMember']);
  });

  it('a kind that is closed to every ticked place asks for one', () => {
    expect(names(filled({ kind: 'shipping', places: ['store'] }))).toEqual(['places']);
  });
});

it('the most that all coupons can take off is known for an amount or a cap, and for nothing else', () => {
  expect(mostOff(filled({ total: '1000' }))).toBe(3_000_000);
  expect(mostOff(filled({ kind: 'percent_off', fold: '9', cap: '15', total: '10' }))).toBe(15_000);
  expect(mostOff(filled({ kind: 'percent_off', fold: '9' }))).toBeNull();
  expect(mostOff(filled({ kind: 'shipping' }))).toBeNull();
  expect(mostOff(filled({ total: '' }))).toBeNull();
});

it('an unfinished amount counts as nothing in the preview', () => {
  expect(ruleOf(filled({ amount: '3.' })).amountFen).toBe(0);
});

it('a template read into the form and sent again says the same', () => {
  const body = bodyOf(
    filled({ places: ['wechat', 'store'], storeIds: ['s1'], levelIds: ['l1'], skus: { skuIds: ['k1'] } }),
  );
  const view = {
    ...body,
    amountFen: body.amountFen ?? 0,
    percentBp: body.percentBp ?? 0,
    capFen: body.capFen ?? 0,
    note: body.note ?? null,
  } as unknown as TemplateView;
  const again = bodyOf(formFrom(view, () => '名字'));
  expect(again).toEqual(body);
});
