/** What a member sends: signing in from a platform, binding a phone, addresses. */
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PLATFORMS, type Platform } from '../kernel/platforms.js';
import { IsMobile, Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

export class SignInBody {
  @IsIn(PLATFORMS)
  platform!: Platform;

  /** WeChat's login code, Alipay's authCode, JD's ISV token: each good for one use. */
  @IsString()
  @Length(1, 512)
  code!: string;

  /** Made once by the app on this device and kept; ties the refresh token to it. */
  @Matches(/^[A-Za-z0-9_-]{16,64}$/)
  deviceId!: string;
}

export class RefreshBody {
  @IsString()
  @Length(20, 200)
  refreshToken!: string;

  @Matches(/^[A-Za-z0-9_-]{16,64}$/)
  deviceId!: string;
}

export const PHONE_PROOFS = ['wechat', 'alipay', 'sms'] as const;
export type PhoneProof = (typeof PHONE_PROOFS)[number];

export class BindPhoneBody {
  @IsIn(PHONE_PROOFS)
  proof!: PhoneProof;

  /** proof = wechat: the code of the phone button; proof = sms: the code of the message. */
  @IsOptional()
  @IsString()
  @Length(4, 512)
  code?: string;

  /** proof = alipay: `res.response` of my.getPhoneNumber, a JSON text, passed on unchanged. */
  @IsOptional()
  @IsString()
  @MaxLength(8_192)
  response?: string;

  /** proof = sms only. */
  @IsOptional()
  @IsMobile()
  phone?: string;
}

export class SendSmsBody {
  @IsMobile()
  phone!: string;
}

export class UpdateMeBody {
  @Trimmed()
  @IsString()
  @Length(1, 20)
  nickname!: string;
}

export class AddressBody {
  @Trimmed()
  @IsString()
  @Length(1, 20)
  recipient!: string;

  @IsMobile()
  phone!: string;

  @Trimmed()
  @IsString()
  @Length(2, 20)
  province!: string;

  @Trimmed()
  @IsString()
  @Length(2, 20)
  city!: string;

  @Trimmed()
  @IsString()
  @Length(2, 20)
  district!: string;

  @Trimmed()
  @IsString()
  @Length(2, 80)
  detail!: string;

  @IsOptional()
  @IsBoolean()
  isDefault?: boolean;
}

export class AdminMembersQuery extends PageQuery {
  /** Member number, phone (whole or last four digits), name or card number. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(40)
  search?: string;

  @IsOptional()
  @IsIn([...PLATFORMS, 'import'])
  from?: Platform | 'import';
}
