import { describe, expect, it } from 'vitest';
import { fieldErrors, noAnswer, ruleWords, troubleFrom } from './problem';

const AT = new Date('2026-06-13T06:32:00Z');

describe('troubleFrom', () => {
  it('speaks the words of the problem and keeps code and request number for support', () => {
    const body = {
      code: 'template_state_wrong',
      detail: '现在的状态不能这样做',
      requestId: 'req-1',
      status: 409,
    };
    const trouble = troubleFrom(409, body, 'ignored', AT);
    expect(trouble.words).toBe('现在的状态不能这样做');
    expect(trouble.forSupport).toBe('template_state_wrong · req-1 · 2026-06-13T06:32:00.000Z');
  });

  it('has words for an answer that is no problem+json, with the request number of the header', () => {
    const trouble = troubleFrom(503, '<html>', 'req-2', AT);
    expect(trouble.words).toBe('系统在恢复，稍后再试');
    expect(trouble.forSupport).toContain('http_503 · req-2');
  });

  it('never shows a code to people', () => {
    for (const status of [0, 400, 401, 403, 404, 418, 429, 500, 503])
      expect(troubleFrom(status, null, '', AT).words).not.toMatch(/[0-9A-Za-z]/);
    expect(noAnswer(AT).words).not.toMatch(/[0-9A-Za-z]/);
  });
});

describe('fieldErrors', () => {
  const places = { amountFen: 'amount', scope: 'covers', 'scope.storeIds': 'stores' } as const;

  it('puts each error at its field; the longest name wins', () => {
    const { fields, rest } = fieldErrors(
      [
        { field: 'amountFen', rule: 'isInt' },
        { field: 'scope.storeIds.3', rule: 'matches' },
        { field: 'scope.productIds', rule: 'arrayMaxSize' },
      ],
      places,
    );
    expect(fields).toEqual([
      { name: 'amount', errors: ['填整数'] },
      { name: 'stores', errors: ['重新选一下'] },
      { name: 'covers', errors: ['选得太多了'] },
    ]);
    expect(rest).toEqual([]);
  });

  it('names what has no place in the form', () => {
    expect(fieldErrors([{ field: 'colour', rule: 'unknown' }], places).rest).toEqual(['colour']);
  });

  it('says the same thing about a field once', () => {
    const twice = [
      { field: 'amountFen', rule: 'min' },
      { field: 'amountFen', rule: 'minLength' },
    ];
    expect(fieldErrors(twice, places).fields).toEqual([{ name: 'amount', errors: ['太小或太短了'] }]);
  });
});

it('an unheard-of rule still gets a hint', () => {
  expect(ruleWords('isMagic')).toBe('没填对');
});
