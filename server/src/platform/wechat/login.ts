/** code2Session: the login code becomes openid and, where the app is bound to an owner, unionid. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { ALL_APPS, type PlatformIdentity, type PlatformLogin } from '../platform-login.js';
import { Problem } from '../problem.js';
import { WechatClient } from './client.js';

/** Errcodes of code2Session; what is not named here is a refusal that somebody must look at. */
function refusalOf(errcode: number): Problem {
  if (errcode === 40029) return new Problem('platform_code_invalid');
  if (errcode === 40163) return new Problem('platform_code_used');
  if (errcode === 40226) return new Problem('member_blocked');
  return new Problem('platform_refused', { reason: `wechat ${errcode}` });
}

@Injectable()
export class WechatLogin implements PlatformLogin {
  readonly platform = 'wechat';
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WechatClient) private readonly wechat: WechatClient,
  ) {}

  /** session_key is in the answer and stays there: nothing of ours needs it. */
  async exchange(code: string): Promise<PlatformIdentity[]> {
    const { appId, appSecret } = this.config.wechat;
    const query = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const { errcode, content } = await this.wechat.ask(`/sns/jscode2session?${query}`, { method: 'GET' });
    if (errcode !== 0) {
      this.log.warn(`code2Session refused: ${errcode}`);
      throw refusalOf(errcode);
    }
    const { openid, unionid } = content;
    if (typeof openid !== 'string' || openid === '') throw new Problem('platform_down');
    const identities: PlatformIdentity[] = [{ kind: 'openid', appId, value: openid }];
    if (typeof unionid === 'string' && unionid !== '')
      identities.push({ kind: 'unionid', appId: ALL_APPS, value: unionid });
    return identities;
  }
}
