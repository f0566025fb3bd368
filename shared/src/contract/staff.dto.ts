import { IsString, Length, Matches } from 'class-validator';

export class StaffSignInBody {
  @Matches(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  login!: string;

  @IsString()
  @Length(8, 100)
  password!: string;
}
