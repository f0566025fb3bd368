/** Access tokens: HS256, short-lived, checked against nothing but the key and the clock. */
import { Inject, Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import type { Permission, Role } from '@tongdian/shared/contract/permissions';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../clock.js';
import { Problem } from '../problem.js';

export interface MemberClaims {
  kind: 'member';
  sub: string;
  sid: string;
  idn: string;
  platform: Platform;
  device: string;
}

export interface StaffClaims {
  kind: 'staff';
  sub: string;
  sid: string;
  name: string;
  role: Role;
  permissions: Permission[];
  stores: string[];
}

export type Claims = MemberClaims | StaffClaims;

export const MEMBER_TOKEN_SECONDS = 1_800;
export const STAFF_TOKEN_SECONDS = 12 * 3_600;

@Injectable()
export class Tokens {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.key = config.tokenKey;
  }

  sign(claims: Claims, seconds: number): string {
    const iat = Math.floor(this.clock.now().getTime() / 1_000);
    return createSigner({ key: this.key, algorithm: 'HS256' })({
      ...claims,
      iat,
      exp: iat + seconds,
      iss: 'tongdian',
    });
  }

  /** Refuses (401) a token that is forged, of another kind of system, or past its time. */
  verify(token: string): Claims {
    try {
      const verify = createVerifier({
        key: this.key,
        algorithms: ['HS256'],
        allowedIss: 'tongdian',
        clockTimestamp: this.clock.now().getTime(),
      });
      return verify(token) as Claims;
    } catch {
      throw new Problem('session_over');
    }
  }
}
