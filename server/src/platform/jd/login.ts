/** JD's documented way: the ISV token of `jd.requestIsvToken` becomes openId, and openId the owner-wide xid. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { ALL_APPS, type PlatformIdentity, type PlatformLogin } from '../platform-login.js';
import { Problem } from '../problem.js';
import { JdClient } from './client.js';

/** The mini-program runs in the JD app. */
const SOURCE_JD_APP = '01';

@Injectable()
export class JdLogin implements PlatformLogin {
  readonly platform = 'jd';
  private readonly log = new Logger('jd');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JdClient) private readonly jd: JdClient,
  ) {}

  async exchange(code: string): Promise<PlatformIdentity[]> {
    const { appKey } = this.config.jd;
    const answer = await this.jd.call('jingdong.jos.token.source.to.openId', {
      token: code,
      source: SOURCE_JD_APP,
      appKey,
    });
    const result = (answer['result'] ?? {}) as { openId?: unknown };
    // JD documents failure as a result without openId; its codes are not public.
    if (typeof result.openId !== 'string' || result.openId === '') throw new Problem('platform_code_invalid');
    const identities: PlatformIdentity[] = [{ kind: 'jd_open_id', appId: appKey, value: result.openId }];
    const xid = await this.xidOf(result.openId);
    if (xid) identities.push({ kind: 'jd_xid', appId: ALL_APPS, value: xid });
    return identities;
  }

  /** Further evidence only: without it the sign-in goes on. */
  private async xidOf(openId: string): Promise<string | null> {
    try {
      const { appKey } = this.config.jd;
      const answer = await this.jd.call('jingdong.jos.oauth.rpc.xid.openId2Xid', { appKey, openId });
      const { code, data } = (answer['returnType'] ?? {}) as { code?: unknown; data?: unknown };
      return String(code) === '0' && typeof data === 'string' && data !== '' ? data : null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.log.warn(`no xid: ${error.code}`);
      return null;
    }
  }
}
