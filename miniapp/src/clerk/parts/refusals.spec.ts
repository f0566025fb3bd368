import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '@tongdian/shared/contract/problems';
import { Problem } from '@kit/problem';
import { nextStepOf } from './refusals';

const refused = (code: ProblemCode): Problem => new Problem(code, PROBLEMS[code].zh, PROBLEMS[code].status);

describe('a refusal at the counter', () => {
  it('of a code that ran out or was used asks for a fresh one', () => {
    for (const code of [
      'code_expired',
      'code_used',
      'code_unknown',
      'code_malformed',
      'scan_expired',
    ] as const)
      expect(nextStepOf(refused(code)).way).toBe('rescan');
  });

  it('that may be no refusal at all is tried again, and says that nothing is used twice', () => {
    for (const problem of [Problem.onTheWay('slow'), refused('database_down'), refused('internal')]) {
      expect(nextStepOf(problem).way).toBe('retry');
      expect(nextStepOf(problem).note).toContain('不会重复核销');
    }
  });

  it('without network says that scanning needs one', () => {
    expect(nextStepOf(Problem.onTheWay('offline')).says).toBe('没有网络，扫码要联网');
  });

  it('for too many wrong codes only asks to wait', () => {
    expect(nextStepOf(refused('code_blocked'))).toMatchObject({ way: null, act: null });
  });

  it('never shows a code', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[])
      expect(nextStepOf(refused(code)).says).not.toMatch(/[a-z]_[a-z]/);
  });
});
