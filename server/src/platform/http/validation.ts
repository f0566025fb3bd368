/** Every body and query is checked by its class; unknown fields are refused by name. */
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldError } from '@tongdian/shared/contract/problems';
import { isId } from '@tongdian/shared/kernel/ids';
import type { PipeTransform } from '@nestjs/common';
import { Problem } from '../problem.js';

function flatten(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({
      field,
      rule: rule === 'whitelistValidation' ? 'unknown' : rule,
    }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new Problem('invalid_input', {}, flatten(errors)),
  });
}

/** `@Param('id', AnId)`: an id that is not one names nothing, so the answer is 404 by the given name. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new Problem('not_found');
    return value;
  }
}
