/** A named refusal, thrown anywhere below a route; the filter turns it into problem+json. */
import { PROBLEMS, type FieldError, type ProblemCode } from '@tongdian/shared/contract/problems';

export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly facts: Record<string, string | number> = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(PROBLEMS[code].en);
    this.status = PROBLEMS[code].status;
  }
}
