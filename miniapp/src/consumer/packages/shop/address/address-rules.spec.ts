import { describe, expect, it } from 'vitest';
import { faultsOf, readRegion } from './address-rules';

describe('an address', () => {
  it('is split when pasted whole', () => {
    expect(readRegion('浙江省杭州市上城区湖滨路 28 号')).toEqual({
      province: '浙江省',
      city: '杭州市',
      district: '上城区',
      detail: '湖滨路28号',
    });
    expect(readRegion('上海市徐汇区武康路 376 号')).toEqual({
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '武康路376号',
    });
  });

  it('is left alone when it is only a street', () => {
    expect(readRegion('武康路 376 号')).toBeNull();
  });

  it('says how many digits of the phone are missing', () => {
    const form = {
      recipient: '林晚',
      phone: '1390000',
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '武康路 376 号',
    };
    expect(faultsOf(form)).toEqual({ phone: '手机号少 4 位' });
    expect(faultsOf({ ...form, phone: '13900002071' })).toEqual({});
    expect(faultsOf({ ...form, phone: '23900002071' })).toEqual({ phone: '手机号不对' });
  });
});
