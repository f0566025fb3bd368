import { describe, expect, it } from 'vitest';
import { goodsInWords, previewOf } from './preview';
import { emptyForm, type TemplateForm } from './template-form';

const NOW = new Date('2026-06-13T06:32:00Z');
const BEANS = { value: 'c:018f0000-0000-7000-8000-000000000001', label: '咖啡豆' };

function form(changes: Partial<TemplateForm> = {}): TemplateForm {
  const base = emptyForm('2026-06-13');
  return { ...base, title: '豆与耗材券', threshold: '200', amount: '30', covers: [BEANS], ...changes };
}

const states = (changes: Partial<TemplateForm>, platform: 'wechat' | 'jd' = 'wechat'): string[] =>
  previewOf(form(changes), platform, NOW).cards.map((card) => card.state);

describe('previewOf', () => {
  it('shows the three states of a coupon with a threshold, in the words of the rules', () => {
    const preview = previewOf(form(), 'wechat', NOW);
    expect(preview.stub).toEqual({ kind: 'money', big: '30', small: '满 200' });
    expect(preview.until).toBe('7 月 12 日前');
    expect(preview.cards.map(({ says }) => says)).toEqual([
      '咖啡豆',
      '还差 ¥12 可用',
      '没有这张券能买的东西',
    ]);
    expect(preview.cards[1]!.filled).toBeCloseTo(0.94, 2);
    expect(preview.counter).toEqual({ says: '豆与耗材券 −¥30', under: '不满 ¥200 时：还差 ¥12 可用' });
  });

  it('without a threshold nothing is almost there', () => {
    expect(states({ threshold: '' })).toEqual(['usable', 'refused']);
  });

  it('on a platform that is left out the coupon says so at once', () => {
    const only = form({ places: ['wechat'], covers: [] });
    expect(previewOf(only, 'wechat', NOW).cards[0]!.state).toBe('usable');
    expect(previewOf(only, 'jd', NOW).cards[0]).toMatchObject({ state: 'refused', says: '这个平台用不了' });
  });

  it('a coupon for stores is usable at the counter and refused on line', () => {
    const preview = previewOf(form({ places: ['store'], covers: [] }), 'wechat', NOW);
    expect(preview.cards.map(({ state, says }) => `${state} ${says}`)).toEqual([
      'usable 全部商品',
      'almost 还差 ¥12 可用',
      'refused 只在门店用',
    ]);
  });

  it('a coupon for everything everywhere is refused only when it is over', () => {
    expect(previewOf(form({ covers: [] }), 'wechat', NOW).cards.at(-1)!.says).toBe('过期了');
  });

  it('an exchange is handed out at the counter; free shipping is not for the counter', () => {
    expect(previewOf(form({ kind: 'exchange' }), 'wechat', NOW).counter.says).toBe('豆与耗材券，兑一份');
    expect(previewOf(form({ kind: 'shipping' }), 'wechat', NOW).counter.under).toBe('只在网上用');
  });

  it('a percentage shows what really comes off, with its cap', () => {
    const preview = previewOf(form({ kind: 'percent_off', fold: '9', cap: '15' }), 'wechat', NOW);
    expect(preview.stub).toEqual({ kind: 'fold', big: '9', small: '满 200' });
    expect(preview.counter.says).toBe('豆与耗材券 −¥15');
  });

  it('says what is wrong by its right name, also when the platform looked at is left out', () => {
    const cards = previewOf(form({ places: ['wechat'], covers: [] }), 'jd', NOW).cards;
    expect(cards.at(-1)).toMatchObject({ when: '用不了时，在别的平台', says: '这个平台用不了' });
    expect(previewOf(form({ places: ['wechat'] }), 'jd', NOW).cards.at(-1)!.when).toBe('用不了时，买了别的');
    expect(previewOf(form({ covers: [], levelIds: ['l1'] }), 'jd', NOW).cards.at(-1)!.when).toBe(
      '用不了时，别的等级',
    );
  });

  it('before the worth is filled in it asks for it', () => {
    expect(previewOf(form({ amount: '' }), 'wechat', NOW).cards.map(({ says }) => says)).toEqual([
      '先填优惠',
    ]);
  });

  it('survives any half-typed form', () => {
    for (const text of ['', '0', '.', '-', '9999999999', 'abc'])
      for (const kind of ['money_off', 'percent_off', 'shipping', 'exchange'] as const) {
        const half = form({
          kind,
          threshold: text,
          amount: text,
          fold: text,
          cap: text,
          validDays: text,
          title: '',
        });
        expect(previewOf(half, 'wechat', NOW).cards.length).toBeGreaterThan(0);
      }
  });
});

it('goods in words stay short', () => {
  const many = ['豆', '滤芯', '滤纸', '杯子'].map((label) => ({ value: `c:${label}`, label }));
  expect(goodsInWords([], [])).toBe('全部商品');
  expect(goodsInWords(many.slice(0, 3), [many[3]!])).toBe('豆、滤芯、滤纸（杯子除外）');
  expect(goodsInWords(many, many.slice(0, 2))).toBe('豆、滤芯、滤纸等 4 种（豆、滤芯除外）');
});
