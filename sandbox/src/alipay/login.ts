/** `alipay.system.oauth.token`: an auth code, used once, becomes the app's open_id of the person. */
import { randomHex } from '../crypto.js';
import { text } from '../fields.js';
import { alipayUserIdOf, openidOf, unionidOf } from '../personas.js';
import { plainTime } from '../time.js';
import { type AlipayMethod, AlipayRefusal } from './protocol.js';

export const oauthToken: AlipayMethod = (sandbox, { biz }) => {
  const grant = text(biz, 'grant_type', { max: 20 });
  if (grant !== 'authorization_code' && grant !== 'refresh_token')
    throw new AlipayRefusal('40002', 'isv.grant-type-invalid', '授权类型无效');
  const refreshing = grant === 'refresh_token';
  const code = text(biz, refreshing ? 'refresh_token' : 'code', { max: 128 });
  const owner = sandbox.codes.redeem(refreshing ? 'alipay-refresh' : 'alipay-auth', code);
  if (typeof owner === 'string') {
    throw refreshing
      ? new AlipayRefusal('40002', 'isv.refresh-token-invalid', '刷新令牌无效') // [U]
      : new AlipayRefusal('40002', 'isv.code-invalid', '授权码 code 无效');
  }
  const old = sandbox.settings.alipayIds === 'user_id';
  const id = old ? alipayUserIdOf(sandbox.keys, owner.user) : openidOf(sandbox.keys, 'alipay', owner.user);
  sandbox.file.state.openids[`alipay ${id}`] = owner.user;
  sandbox.file.touch();
  return {
    ...(old ? { user_id: id } : { open_id: id, union_id: unionidOf(sandbox.keys, 'alipay', owner.user) }),
    access_token: `authusrB${randomHex(16)}`,
    expires_in: 1296000,
    refresh_token: sandbox.codes.issue('alipay-refresh', owner.user),
    re_expires_in: 2592000,
    auth_start: plainTime(sandbox.now()),
  };
};
