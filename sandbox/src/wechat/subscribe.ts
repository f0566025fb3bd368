/** `subscribe/send`: one message for each accepted subscription, and every value within its type's limit. */
import { type Bag, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { WechatRefusal } from './protocol.js';

const LIMITS: Record<string, { max: number; pattern?: RegExp }> = {
  thing: { max: 20 },
  number: { max: 32, pattern: /^-?\d+(\.\d+)?$/ },
  letter: { max: 32, pattern: /^[A-Za-z]+$/ },
  symbol: { max: 5 },
  character_string: { max: 32, pattern: /^[\x20-\x7e]+$/ },
  // [U] The limits of the types below are remembered from the platform's template page.
  time: { max: 32 },
  date: { max: 32 },
  amount: { max: 16 },
  phone_number: { max: 17 },
  car_number: { max: 8 },
  name: { max: 20 },
  phrase: { max: 5, pattern: /^\p{Script=Han}+$/u },
};
const KEPT_MESSAGES = 500;

export const subscriptionKey = (openid: string, templateId: string) => `${openid} ${templateId}`;

export function sendSubscribeMessage(sandbox: Sandbox, body: Bag): Bag {
  const { touser, template_id: templateId, data, page, miniprogram_state: stage, lang } = body;
  const { state } = sandbox.file;
  if (typeof touser !== 'string' || !state.openids[`wechat ${touser}`])
    throw new WechatRefusal(40003, 'invalid openid');
  if (typeof templateId !== 'string' || !/^[\w-]{1,64}$/.test(templateId))
    throw new WechatRefusal(40037, 'invalid template_id');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
    throw new WechatRefusal(41030, 'invalid page');
  if (stage !== undefined && !['developer', 'trial', 'formal'].includes(String(stage)))
    throw new WechatRefusal(47001, 'data format error');
  if (lang !== undefined && !['zh_CN', 'en_US', 'zh_HK', 'zh_TW'].includes(String(lang)))
    throw new WechatRefusal(47001, 'data format error');
  checkData(data);
  const key = subscriptionKey(touser, templateId);
  const left = state.subscriptions[key] ?? 0;
  if (left < 1) throw new WechatRefusal(43101, 'user refuse to accept the msg');
  state.subscriptions[key] = left - 1;
  state.messages.push({ to: touser, templateId, page: page ?? null, data, at: sandbox.now() });
  if (state.messages.length > KEPT_MESSAGES) state.messages.shift();
  sandbox.file.touch();
  return { errcode: 0, errmsg: 'ok' };
}

function checkData(data: unknown): void {
  if (!isBag(data) || Object.keys(data).length === 0)
    throw new WechatRefusal(47003, 'argument invalid! data is empty');
  for (const [name, entry] of Object.entries(data)) {
    const type = /^([a-z_]+?)\d+$/.exec(name)?.[1];
    const limit = type === undefined ? undefined : LIMITS[type];
    const value = isBag(entry) ? entry['value'] : undefined;
    const fits =
      limit &&
      (typeof value === 'string' || typeof value === 'number') &&
      String(value).length > 0 &&
      [...String(value)].length <= limit.max &&
      (limit.pattern?.test(String(value)) ?? true);
    if (!fits) throw new WechatRefusal(47003, `argument invalid! data.${name}.value invalid`);
  }
}
