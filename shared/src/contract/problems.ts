/**
 * Every refusal has a name, an HTTP status and words in English and Chinese. `{name}` in a text is filled
 * from the problem's `facts`. 400 shape, 401/403 who, 404 absent, 409 the world says no, 422 the rule
 * says no, 429 too many, 503 a neighbour is down. Anything else is a bug: 500, logged whole, told nothing.
 */
export interface ProblemKind {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

const kinds = {
  // shape
  invalid_input: { status: 400, en: 'Some fields are not right', zh: '有些内容没填对' },
  broken_json: { status: 400, en: 'The body is not valid JSON', zh: '请求内容不完整' },
  body_too_large: { status: 413, en: 'The body is larger than 64 KB', zh: '内容太大了' },
  unsupported_media: { status: 415, en: 'Send JSON', zh: '请求格式不对' },
  idempotency_key_invalid: {
    status: 400,
    en: 'Idempotency-Key: 8 to 64 letters, digits, - or _',
    zh: '请求编号不对',
  },
  idempotency_key_reused: {
    status: 422,
    en: 'This Idempotency-Key was used for another request',
    zh: '这个请求编号用过了',
  },
  // who
  sign_in_needed: { status: 401, en: 'Sign in first', zh: '先登录一下' },
  session_over: { status: 401, en: 'The session is over', zh: '登录过期了，重新登录一下' },
  wrong_credentials: { status: 401, en: 'Login or password is wrong', zh: '账号或密码不对' },
  login_closed: {
    status: 429,
    en: 'Too many wrong tries: closed for {minutes} minutes',
    zh: '输错太多次，过 {minutes} 分钟再试',
  },
  not_allowed: { status: 403, en: 'Not allowed', zh: '你没有这个权限' },
  not_your_store: { status: 403, en: 'Not one of your stores', zh: '这家店不归你管，换到自己的店再扫' },
  member_blocked: { status: 403, en: 'This member is blocked', zh: '这个会员暂时不能用，请联系客服' },
  // platform sign-in and phone
  platform_code_invalid: {
    status: 422,
    en: 'The platform does not know this code',
    zh: '登录没成功，再试一次',
  },
  platform_code_used: { status: 422, en: 'This code was used', zh: '登录没成功，再试一次' },
  platform_refused: { status: 422, en: 'The platform refused: {reason}', zh: '平台没有同意，稍后再试' },
  platform_down: { status: 503, en: 'The platform does not answer', zh: '平台没有回应，等一会儿再试' },
  phone_payload_invalid: {
    status: 422,
    en: 'The phone payload is not genuine',
    zh: '手机号没验证成，再点一次',
  },
  phone_payload_used: { status: 422, en: 'This phone payload was used', zh: '手机号没验证成，再点一次' },
  phone_needed: { status: 422, en: 'A verified phone is needed', zh: '先验证手机号' },
  phone_already_bound: {
    status: 409,
    en: 'Another phone is bound to this member',
    zh: '你已经绑了另一个手机号',
  },
  sms_code_wrong: { status: 422, en: 'The SMS code is wrong or expired', zh: '验证码不对或过期了' },
  sms_too_soon: { status: 429, en: 'Wait {seconds} seconds', zh: '{seconds} 秒后再发' },
  too_many_addresses: { status: 422, en: 'At most {limit} addresses', zh: '最多存 {limit} 个地址' },
  // absent
  not_found: { status: 404, en: 'Not found', zh: '没找到' },
  product_not_found: { status: 404, en: 'No such product', zh: '这件商品下架了' },
  sku_not_found: { status: 404, en: 'No such SKU', zh: '这个规格没有了' },
  store_not_found: { status: 404, en: 'No such store', zh: '没有这家店' },
  order_not_found: { status: 404, en: 'No such order', zh: '没有这笔订单' },
  coupon_not_found: { status: 404, en: 'No such coupon', zh: '没有这张券' },
  template_not_found: { status: 404, en: 'No such coupon template', zh: '没有这种券' },
  member_not_found: { status: 404, en: 'No such member', zh: '没有这个会员' },
  // coupons
  coupon_sold_out: { status: 409, en: 'All coupons of this template are issued', zh: '这张券领完了' },
  coupon_limit_reached: { status: 409, en: 'Per-member limit reached', zh: '你已经领过 {limit} 张了' },
  claim_not_open: { status: 422, en: 'Not within the claim window', zh: '还没到领的时候，或者已经结束' },
  claim_not_published: { status: 422, en: 'This template is not published', zh: '这张券现在不能领' },
  coupon_not_usable: { status: 422, en: 'The coupon does not apply: {reason}', zh: '{reason}' },
  coupon_locked: { status: 409, en: 'The coupon is held by an unpaid order', zh: '这张券在一笔没付的订单里' },
  coupon_used: { status: 409, en: 'The coupon was used', zh: '{when}用过了' },
  coupon_expired: { status: 422, en: 'The coupon is expired', zh: '这张券过期了' },
  template_state_wrong: { status: 409, en: 'Not possible in state {state}', zh: '现在的状态不能这样做' },
  // cart, quote, order
  cart_empty: { status: 422, en: 'Nothing is selected', zh: '先选要买的东西' },
  too_many_lines: { status: 422, en: 'At most {limit} lines', zh: '一次最多买 {limit} 种' },
  out_of_stock: {
    status: 409,
    en: 'Not enough stock for {name}: {available} left',
    zh: '{name}只剩 {available} 件了',
  },
  price_changed: {
    status: 409,
    en: 'The payable changed from {from} to {to}',
    zh: '价格从 {from} 变为 {to}，再确认一次',
  },
  address_needed: { status: 422, en: 'An address is needed', zh: '先选一个收货地址' },
  order_state_wrong: {
    status: 409,
    en: 'Not possible in state {state}',
    zh: '订单现在{stateName}，不能这样做',
  },
  order_expired: { status: 409, en: 'The order was closed: not paid in time', zh: '订单超时没付，已经关闭' },
  payment_unknown: { status: 409, en: 'The result is not known yet', zh: '在等银行的结果，别重复付' },
  payment_unavailable: {
    status: 503,
    en: 'The payment platform does not answer',
    zh: '支付平台没有回应，订单还在，稍后再付',
  },
  notify_refused: { status: 401, en: 'The notification is not genuine', zh: '通知没通过验证' },
  // at the counter
  code_malformed: { status: 422, en: 'This is not a Tongdian code', zh: '这不是会员码，请顾客打开会员码' },
  code_unknown: { status: 422, en: 'Unknown code', zh: '没找到这个码，请顾客刷新一下' },
  code_expired: { status: 422, en: 'The code is out of its time', zh: '码过期了，请顾客刷新一下' },
  code_used: { status: 409, en: 'This code was used', zh: '这个码刚用过，请顾客刷新一下' },
  code_blocked: { status: 429, en: 'Too many wrong codes', zh: '输错太多次，过 {minutes} 分钟再试' },
  scan_expired: { status: 409, en: 'The scan is too old', zh: '放太久了，请重新扫一次' },
  scan_done: { status: 409, en: 'This scan was confirmed already', zh: '这次扫码已经核销过了' },
  amount_needed: { status: 422, en: 'The bill is needed', zh: '先输入本单金额' },
  undo_too_late: { status: 409, en: 'The time for undoing is over', zh: '超过能撤回的时间了' },
  undo_not_yours: {
    status: 403,
    en: 'Only the same clerk or a manager may undo',
    zh: '要本人或店长才能撤回',
  },
  undo_handed_over: {
    status: 409,
    en: 'Goods were handed over: this is a return',
    zh: '货已经交出去了，要走退货',
  },
  already_undone: { status: 409, en: 'Undone already', zh: '已经撤回过了' },
  // the rest
  too_many_requests: { status: 429, en: 'Too many requests', zh: '太快了，歇一下再试' },
  database_down: { status: 503, en: 'The database does not answer', zh: '系统在恢复，稍后再试' },
  internal: { status: 500, en: 'Something went wrong', zh: '出了点问题，我们会看' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;
export const PROBLEMS: Record<ProblemCode, ProblemKind> = kinds;

export interface FieldError {
  field: string;
  rule: string;
}

/** application/problem+json (RFC 9457) as it goes over the wire. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  /** For people, in Chinese, with its facts filled in. */
  detail: string;
  errors?: FieldError[];
  facts?: Record<string, string | number>;
  requestId: string;
}

export function fillText(text: string, facts: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
