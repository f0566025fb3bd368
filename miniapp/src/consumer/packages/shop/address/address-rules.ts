/** Reading and checking an address before it is sent; the server checks again. */
import type { AddressBody } from '@tongdian/shared/contract/members.dto';

const CITIES_OF_PROVINCE_RANK = ['北京市', '上海市', '天津市', '重庆市'];
const WHOLE =
  /^(.{2,8}?(?:省|自治区|特别行政区)|北京市|上海市|天津市|重庆市)(.{2,8}?(?:市|自治州|地区|盟))?(.{1,8}?(?:区|县|市|旗))(.{2,})$/;

/** Splits a pasted whole address; null when it is not one. */
export function readRegion(
  text: string,
): Pick<AddressBody, 'province' | 'city' | 'district' | 'detail'> | null {
  const match = WHOLE.exec(text.replace(/\s/g, ''));
  if (!match) return null;
  const province = match[1]!;
  const city = match[2] ?? (CITIES_OF_PROVINCE_RANK.includes(province) ? province : null);
  if (!city) return null;
  return { province, city, district: match[3]!, detail: match[4]! };
}

/** What is wrong, by field, in words. */
export function faultsOf(form: AddressBody): Partial<Record<keyof AddressBody, string>> {
  const faults: Partial<Record<keyof AddressBody, string>> = {};
  if (form.recipient.trim().length < 1) faults.recipient = '写上收货人';
  const missing = 11 - form.phone.length;
  if (missing > 0) faults.phone = `手机号少 ${missing} 位`;
  else if (!/^1[3-9]\d{9}$/.test(form.phone)) faults.phone = '手机号不对';
  for (const name of ['province', 'city', 'district'] as const)
    if (form[name].trim().length < 2) faults[name] = '没填';
  if (form.detail.trim().length < 2) faults.detail = '写到门牌号';
  return faults;
}
