/** `alipay.system.oauth.token`: the auth code becomes open_id (new apps) or user_id (old ones). */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { NoAnswer } from '../http-client.js';
import { ALL_APPS, type IdentityKind, type PlatformIdentity, type PlatformLogin } from '../platform-login.js';
import { Problem } from '../problem.js';
import { AlipayClient, AlipayForged, type AlipayAnswer } from './client.js';

function refusalOf({ code, subCode }: AlipayAnswer): Problem {
  if (code === '20000') return new Problem('platform_down');
  if (subCode === 'isv.code-invalid') return new Problem('platform_code_invalid');
  return new Problem('platform_refused', { reason: `alipay ${subCode || code}` });
}

@Injectable()
export class AlipayLogin implements PlatformLogin {
  readonly platform = 'alipay';
  private readonly log = new Logger('alipay');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AlipayClient) private readonly alipay: AlipayClient,
  ) {}

  async exchange(code: string): Promise<PlatformIdentity[]> {
    const answer = await this.ask(code);
    if (answer.code !== '10000') throw refusalOf(answer);
    const { appId } = this.config.alipay;
    const known: [IdentityKind, string, unknown][] = [
      ['open_id', appId, answer.content['open_id']],
      ['user_id', ALL_APPS, answer.content['user_id']],
      ['unionid', ALL_APPS, answer.content['union_id']],
    ];
    const identities = known.flatMap(([kind, app, value]) =>
      typeof value === 'string' && value !== '' ? [{ kind, appId: app, value }] : [],
    );
    // A union_id alone does not name a user of this app.
    if (identities.length === 0 || identities[0]!.kind === 'unionid') throw new Problem('platform_down');
    return identities;
  }

  private async ask(code: string): Promise<AlipayAnswer> {
    try {
      return await this.alipay.call('alipay.system.oauth.token', { grantType: 'authorization_code', code });
    } catch (error) {
      if (!(error instanceof NoAnswer) && !(error instanceof AlipayForged)) throw error;
      this.log.warn(error.message);
      throw new Problem('platform_down');
    }
  }
}
