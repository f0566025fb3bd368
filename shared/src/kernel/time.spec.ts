import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDay,
  clockText,
  DAY_MS,
  dayText,
  endOfBusinessDay,
  isWithin,
  shanghaiParts,
  shanghaiText,
  startOfBusinessDay,
} from './time.js';

const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2090-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('a business day', () => {
  it('is a day of Shanghai', () => {
    expect(businessDay(new Date('2026-06-12T15:59:59.999Z'))).toBe('2026-06-12');
    expect(businessDay(new Date('2026-06-12T16:00:00Z'))).toBe('2026-06-13');
    expect(startOfBusinessDay('2026-06-13').toISOString()).toBe('2026-06-12T16:00:00.000Z');
  });

  it('holds each of its instants and no other', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = businessDay(at);
        expect(isWithin(at, startOfBusinessDay(day), endOfBusinessDay(day))).toBe(true);
        expect(businessDay(endOfBusinessDay(day))).not.toBe(day);
        expect(businessDay(new Date(endOfBusinessDay(day).getTime() - 1))).toBe(day);
      }),
    );
  });

  it('is counted forth and back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4_000, max: 4_000 }), (at, days) => {
        const day = businessDay(at);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('refuses a day that no calendar has', () => {
    for (const day of ['2026-02-29', '2026-13-01', '2026-6-1', 'today', ''])
      expect(() => startOfBusinessDay(day), day).toThrow(RangeError);
  });

  it('lasts 24 hours', () => {
    expect(endOfBusinessDay('2026-05-04').getTime() - startOfBusinessDay('2026-05-04').getTime()).toBe(
      DAY_MS,
    );
  });
});

describe('time for people', () => {
  const now = new Date('2026-06-13T06:32:05Z');

  it('is Shanghai time', () => {
    expect(shanghaiText(now)).toBe('2026-06-13 14:32:05');
    expect(clockText(now)).toBe('14:32');
    expect(shanghaiParts(now)).toEqual({
      year: 2026,
      month: 6,
      day: 13,
      hour: 14,
      minute: 32,
      second: 5,
      weekday: 6,
    });
  });

  it('names the year only when it is another one', () => {
    expect(dayText(now, now)).toBe('6 月 13 日');
    expect(dayText(new Date('2025-12-31T15:59:59Z'), now)).toBe('2025 年 12 月 31 日');
    // New Year's Eve in UTC is New Year's Day in Shanghai.
    expect(dayText(new Date('2025-12-31T16:00:00Z'), now)).toBe('1 月 1 日');
  });
});

describe('an interval', () => {
  it('is half-open and may lack an end', () => {
    const [a, b] = [new Date(1_000), new Date(2_000)];
    expect(isWithin(a, a, b)).toBe(true);
    expect(isWithin(b, a, b)).toBe(false);
    expect(isWithin(new Date(0), null, b)).toBe(true);
    expect(isWithin(new Date(3_000), a, null)).toBe(true);
    expect(isWithin(new Date(0), null, null)).toBe(true);
  });
});
