/**
 * Binding a phone: the platform vouches for the number, and the number leads to one member, whichever
 * platform it is verified on. Names and pictures never join anybody.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { BindPhoneBody, PhoneProof } from '@tongdian/shared/contract/members.dto';
import type { PhoneBoundView } from '@tongdian/shared/contract/members.routes';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Outbox } from '../platform/outbox.js';
import { PLATFORM_PHONES, type PlatformPhones, type VerifiedPhone } from '../platform/platform-login.js';
import { Problem } from '../platform/problem.js';
import { maskPhone, Vault } from '../platform/security/vault.js';
import { IdentitiesRepository } from './identities.repository.js';
import { JoinService } from './join.service.js';
import './members.events.js';
import { MembersRepository, type MemberRow, type PhoneColumns } from './members.repository.js';
import { MembersService } from './members.service.js';
import { PhonesRepository } from './phones.repository.js';
import { SessionsService } from './sessions.service.js';
import { SmsCodes } from './sms-codes.js';

type Outcome = PhoneBoundView['outcome'];

@Injectable()
export class PhoneService {
  constructor(
    @Inject(PLATFORM_PHONES) private readonly platforms: PlatformPhones,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(IdentitiesRepository) private readonly identities: IdentitiesRepository,
    @Inject(PhonesRepository) private readonly proofs: PhonesRepository,
    @Inject(MembersService) private readonly directory: MembersService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(SmsCodes) private readonly sms: SmsCodes,
    @Inject(JoinService) private readonly joining: JoinService,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Refuses with phone_payload_invalid, phone_payload_used, sms_code_wrong, platform_refused, platform_down,
   * phone_already_bound, member_blocked.
   */
  async bind(who: MemberActor, body: BindPhoneBody): Promise<PhoneBoundView> {
    const phone = await this.verified(who, body);
    return this.db.tx(async () => {
      const outcome = await this.decide(who, phone, body.proof);
      return { outcome, session: await this.sessions.renew(who.sessionId) };
    });
  }

  /** The number, from a proof that counts for this caller, here, and once. */
  private async verified(who: MemberActor, body: BindPhoneBody): Promise<string> {
    if (body.proof === 'sms') {
      if (!body.phone || !body.code) throw this.missing(body.phone ? 'code' : 'phone');
      await this.sms.take(who.memberId, body.phone, body.code);
      return body.phone;
    }
    // A phone button's proof is of the platform that the caller is signed in from.
    if (body.proof !== who.platform) throw new Problem('phone_payload_invalid');
    const payer = await this.directory.payerOf(who);
    const { phone, proof } = await this.fromButton(body, payer);
    if (!(await this.takeProof(body.proof, proof, payer))) throw new Problem('phone_payload_used');
    return phone;
  }

  /**
   * Taken on its own, before anything is decided by it. Alipay's payload holds no nonce: the same number gives
   * the same text every time, so a second tap of the same user cannot be told from a repeat and is harmless;
   * in the hands of anybody else it was stolen.
   */
  private takeProof(kind: 'wechat' | 'alipay', proof: string, payer: string): Promise<boolean> {
    const hash = this.vault.index(`phone:${kind}`, proof);
    const now = this.clock.now();
    if (kind === 'wechat') return this.proofs.useOnce(hash, 'phone:wechat', now);
    return this.proofs.useAs(hash, `phone:alipay:${this.vault.index('payer', payer).toString('hex')}`, now);
  }

  private async fromButton(body: BindPhoneBody, payer: string): Promise<VerifiedPhone> {
    if (body.proof === 'alipay') {
      if (!body.response) throw this.missing('response');
      return this.platforms.alipay(body.response);
    }
    if (!body.code) throw this.missing('code');
    return this.platforms.wechat(body.code, payer);
  }

  private missing(field: string): Problem {
    return new Problem('invalid_input', {}, [{ field, rule: 'isDefined' }]);
  }

  private async decide(who: MemberActor, phone: string, proof: PhoneProof): Promise<Outcome> {
    const hash = this.vault.index('phone', phone);
    const me = await this.lockCaller(who.memberId);
    if (me.phoneHash)
      return me.phoneHash.equals(hash) ? 'unchanged' : this.decideOther(me, hash, who.platform);
    const holder = await this.members.lockHolderOf(hash);
    if (holder) return this.joinTo(holder, me, who.platform);
    const columns = { enc: this.vault.seal(phone), hash, tail: phone.slice(-4) };
    if (await this.members.setPhone(me.id, columns, this.clock.now())) {
      await this.register(me, columns, phone, proof, who.platform);
      return 'bound';
    }
    // Somebody else got the phone between the two statements, and has committed by now.
    return this.joinTo((await this.members.lockHolderOf(hash))!, me, who.platform);
  }

  /** Another device of the same person may have joined him to a member while this call waited. */
  private async lockCaller(memberId: string): Promise<MemberRow> {
    let me = await this.members.lockWhole(memberId);
    if (me?.mergedInto) me = await this.members.lockWhole(me.mergedInto);
    if (me?.status !== 'active') throw new Problem('session_over');
    return me;
  }

  private async joinTo(holder: MemberRow, me: MemberRow, platform: string): Promise<Outcome> {
    if (holder.status === 'blocked') throw new Problem('member_blocked');
    await this.joining.join(me, holder, platform);
    return 'joined';
  }

  /** This member has another phone: is the new one free, or is it another member's, for people to decide? */
  private async decideOther(me: MemberRow, hash: Buffer, platform: string): Promise<Outcome> {
    // Not locked: two members who try each other's phone would wait for each other.
    const holder = await this.members.holderOf(hash);
    if (!holder) throw new Problem('phone_already_bound');
    const evidence = { kind: 'phone', platform, says: 'both members hold a verified phone' };
    const opened = await this.members.openReview(newId(), me.id, holder.id, evidence, this.clock.now());
    if (opened)
      await this.audit.record({
        action: 'member.review_opened',
        subject: 'member',
        subjectId: me.id,
        subjectName: me.memberNo,
        after: { other: holder.memberNo },
      });
    return 'review';
  }

  private async register(
    me: MemberRow,
    columns: PhoneColumns,
    phone: string,
    proof: PhoneProof,
    platform: string,
  ): Promise<void> {
    await this.identities.insertUnlessKnown({
      id: newId(),
      memberId: me.id,
      platform: 'phone',
      appId: '',
      kind: 'phone',
      valueHash: columns.hash,
      valueEnc: columns.enc,
      valueMasked: maskPhone(phone),
      verifiedBy: proof === 'sms' ? 'sms' : `${proof} button`,
      firstSeenAt: this.clock.now(),
    });
    await this.audit.record({
      action: 'member.phone_bound',
      subject: 'member',
      subjectId: me.id,
      subjectName: me.memberNo,
      after: { phone: maskPhone(phone), platform },
    });
    await this.outbox.tell('member.registered', me.id, { memberId: me.id, platform });
  }
}
