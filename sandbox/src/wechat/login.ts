/** code2Session and the phone number behind the phone button's code. */
import { createHash } from 'node:crypto';
import type { Code } from '../state.js';
import { sameText } from '../crypto.js';
import type { Bag } from '../fields.js';
import { openidOf, persona, unionidOf } from '../personas.js';
import type { Sandbox } from '../sandbox.js';
import { WechatRefusal } from './protocol.js';

export function codeToSession(sandbox: Sandbox, query: Bag): Bag {
  const { appId, appSecret } = sandbox.keys.wechat;
  if (query['appid'] !== appId) throw new WechatRefusal(40013, 'invalid appid');
  if (!sameText(String(query['secret']), appSecret)) throw new WechatRefusal(40125, 'invalid appsecret');
  if (query['grant_type'] !== 'authorization_code') throw new WechatRefusal(40002, 'invalid grant_type');
  const { user, code } = redeem(sandbox, 'wechat-login', query['js_code']);
  const openid = openidOf(sandbox.keys, 'wechat', user);
  sandbox.file.state.openids[`wechat ${openid}`] = user;
  sandbox.file.touch();
  return {
    openid,
    // 16 bytes, other for every login, as the real one may be.
    session_key: createHash('md5').update(`${sandbox.keys.personaSeed} ${code}`).digest('base64'),
    unionid: unionidOf(sandbox.keys, 'wechat', user),
  };
}

export function phoneNumber(sandbox: Sandbox, body: Bag): Bag {
  const { user, phone } = redeem(sandbox, 'wechat-phone', body['code']);
  const { openid } = body;
  if (openid !== undefined && openid !== openidOf(sandbox.keys, 'wechat', user))
    throw new WechatRefusal(40003, 'invalid openid');
  const pure = phone ?? persona(user).phone;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: pure,
      purePhoneNumber: pure,
      // Text here; the official pages show a number as well, so callers must take both.
      countryCode: '86',
      watermark: { timestamp: Math.floor(sandbox.now() / 1000), appid: sandbox.keys.wechat.appId },
    },
  };
}

/** 40029 for a code that never was or has expired, 40163 for one that was used. */
function redeem(sandbox: Sandbox, kind: 'wechat-login' | 'wechat-phone', code: unknown): Code {
  if (typeof code !== 'string' || code === '') throw new WechatRefusal(41008, 'missing code');
  const owner = sandbox.codes.redeem(kind, code);
  // The phone page names 40029 for reuse as well; 40163 is what log-in codes answer in practice.
  if (owner === 'used' && kind === 'wechat-login') throw new WechatRefusal(40163, 'code been used');
  if (typeof owner === 'string') throw new WechatRefusal(40029, 'invalid code');
  return owner;
}
