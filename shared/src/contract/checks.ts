/** Checks that several request classes share. Only *.dto.ts files import this. */
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';

/** 1[3-9] and nine digits: a mainland mobile number. */
export function IsMobile(): PropertyDecorator {
  return Matches(/^1[3-9]\d{9}$/, { message: 'mobile' });
}

/** A UUID as this system makes them, in lower case. */
export function IsRef(each = false): PropertyDecorator {
  return Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: 'id', each });
}

/** Query strings carry numbers as text: "3" becomes 3, anything else stays and is refused by IsInt. */
export function FromText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );
}

/** Trims; an empty text becomes absent. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}
