import { Body, Controller, Inject, Param } from '@nestjs/common';
import { AddressBody, BindPhoneBody, SendSmsBody, UpdateMeBody } from '@tongdian/shared/contract/members.dto';
import {
  addAddress,
  bindPhone,
  changeAddress,
  getMe,
  listAddresses,
  removeAddress,
  sendPhoneSms,
  updateMe,
  type AddressView,
  type MeView,
  type PhoneBoundView,
} from '@tongdian/shared/contract/members.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Member } from '../platform/http/who.js';
import { AddressesService } from './addresses.service.js';
import { MembersService } from './members.service.js';
import { PhoneService } from './phone.service.js';
import { SmsCodes } from './sms-codes.js';

@Controller()
export class MeController {
  constructor(
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(PhoneService) private readonly phones: PhoneService,
    @Inject(SmsCodes) private readonly sms: SmsCodes,
  ) {}

  @Handles(getMe)
  me(@Member() who: MemberActor): Promise<MeView> {
    return this.members.me(who.memberId, who.platform);
  }

  @Handles(updateMe)
  update(@Member() who: MemberActor, @Body() body: UpdateMeBody): Promise<MeView> {
    return this.members.rename(who, body.nickname);
  }

  @Handles(bindPhone)
  bindPhone(@Member() who: MemberActor, @Body() body: BindPhoneBody): Promise<PhoneBoundView> {
    return this.phones.bind(who, body);
  }

  @Handles(sendPhoneSms)
  sendSms(
    @Member() who: MemberActor,
    @Body() body: SendSmsBody,
  ): Promise<{ phoneMasked: string; retryAfter: number }> {
    return this.sms.send(who.memberId, body.phone);
  }

  @Handles(listAddresses)
  listAddresses(@Member() who: MemberActor): Promise<AddressView[]> {
    return this.addresses.list(who.memberId);
  }

  @Handles(addAddress)
  addAddress(@Member() who: MemberActor, @Body() body: AddressBody): Promise<AddressView> {
    return this.addresses.add(who.memberId, body);
  }

  @Handles(changeAddress)
  changeAddress(
    @Member() who: MemberActor,
    @Param('id', IdPipe) id: string,
    @Body() body: AddressBody,
  ): Promise<AddressView> {
    return this.addresses.change(who.memberId, id, body);
  }

  @Handles(removeAddress)
  removeAddress(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<{ ok: true }> {
    return this.addresses.remove(who.memberId, id);
  }
}
