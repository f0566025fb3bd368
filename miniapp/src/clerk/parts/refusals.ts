/** Every refusal at the counter with the one thing to do next. */
import type { Problem } from '@kit/problem';

/** retry: the same once more. rescan: a fresh code. bill: the amount. today: look it up. store: change it. */
export type Way = 'retry' | 'rescan' | 'bill' | 'today' | 'store' | null;

export interface NextStep {
  says: string;
  note: string | null;
  way: Way;
  act: string | null;
}

const ACTS: Record<Exclude<Way, null>, string> = {
  retry: '再试一次',
  rescan: '重新扫',
  bill: '去填金额',
  today: '看今天的记录',
  store: '换门店',
};

const WAYS: Partial<Record<Problem['code'], [Way, string | null]>> = {
  code_malformed: ['rescan', null],
  code_unknown: ['rescan', '20 秒换一次，照着最新的输'],
  code_expired: ['rescan', '20 秒换一次，截图也会过期'],
  code_used: ['rescan', '换了新码还能接着用'],
  scan_expired: ['rescan', '什么都没有核销'],
  not_found: ['rescan', '这次扫码是别人开始的，或者太久了'],
  coupon_used: ['rescan', '这次什么都没有核销；顾客别的券还能用'],
  coupon_locked: ['rescan', '付完或取消那笔单，券就能用了'],
  coupon_expired: ['rescan', '这次什么都没有核销'],
  coupon_not_usable: ['rescan', '这次什么都没有核销'],
  coupon_not_found: ['rescan', null],
  order_not_found: ['rescan', '单子不在这家店，或者已经取走'],
  order_state_wrong: ['rescan', '这次什么都没有核销'],
  amount_needed: ['bill', null],
  scan_done: ['today', null],
  not_your_store: ['store', null],
  already_undone: ['today', null],
  undo_handed_over: ['today', '退货在后台办'],
  undo_too_late: ['today', '店长当天还能撤回'],
  undo_not_yours: ['today', null],
  member_blocked: [null, '这次什么都没有核销'],
  code_blocked: [null, '顾客的二维码照常能扫'],
  session_over: [null, null],
  not_allowed: [null, null],
};

export function nextStepOf(problem: Problem): NextStep {
  if (problem.code === 'offline')
    return {
      says: '没有网络，扫码要联网',
      note: '连上以后再试，不会重复核销',
      way: 'retry',
      act: ACTS.retry,
    };
  if (problem.unsure || (problem.status === 429 && problem.code !== 'code_blocked'))
    return { says: problem.words, note: '再试一次不会重复核销', way: 'retry', act: ACTS.retry };
  const [way, note] = WAYS[problem.code] ?? ['retry', null];
  return { says: problem.words, note, way, act: way ? ACTS[way] : null };
}
