import { describe, expect, it } from 'vitest';
import { changesBetween } from './difference';

describe('changesBetween', () => {
  it('shows only what differs, as people read it', () => {
    const before = { title: '豆券', state: 'draft', thresholdFen: 20_000, scope: { platforms: ['wechat'] } };
    const after = {
      title: '豆券',
      state: 'published',
      thresholdFen: 24_000,
      scope: { platforms: ['wechat', 'jd'] },
    };
    expect(changesBetween(before, after)).toEqual([
      { path: 'state', name: '状态', before: '草稿', after: '发放中' },
      { path: 'thresholdFen', name: '门槛', before: '¥200', after: '¥240' },
      { path: 'scope.platforms', name: '范围 平台', before: '微信', after: '微信、京东' },
    ]);
  });

  it('what came into being has no before', () => {
    expect(
      changesBetween(null, { claimUntil: '2026-06-30T16:00:00.000Z', claimable: true, note: null }),
    ).toEqual([
      { path: 'claimUntil', name: '结束领', before: null, after: '2026-07-01 00:00' },
      { path: 'claimable', name: '领券中心', before: null, after: '是' },
    ]);
  });

  it('nothing on either side is no change', () => {
    expect(changesBetween(null, null)).toEqual([]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
  });

  it('a field nobody named keeps its own name', () => {
    expect(changesBetween({ luck: 1 }, { luck: 2 })[0]).toMatchObject({
      name: 'luck',
      before: '1',
      after: '2',
    });
  });
});
