/** `gateway.do`: parameters from query and body together, RSA2 over all of them, a signature over the raw answer node. */
import type { FastifyRequest } from 'fastify';
import type { Answer, Call, Gateway } from '../answering.js';
import { rsaSign, rsaVerify } from '../crypto.js';
import { altered, type Sealing } from '../faults.js';
import { type Bag, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { readPlainTime } from '../time.js';
import { METHODS } from './methods.js';
import { alipayKey, AlipayRefusal, asAlipayRefusal, CODE_WORDS } from './protocol.js';

/** [U] Alipay names no width for the time window; 15 minutes still catches a clock in the wrong zone. */
const WINDOW_MS = 15 * 60_000;
const TOKEN_METHOD = 'alipay.system.oauth.token';

export type Params = Record<string, string>;

/** Query and form body merged; the same name twice is refused, as it could mean two things. */
export function readParams(request: FastifyRequest, raw: Buffer): Params {
  const params: Params = {};
  const query = (request.raw.url ?? '').split('?')[1] ?? '';
  for (const source of [query, raw.toString('utf8')]) {
    for (const [name, value] of new URLSearchParams(source)) {
      if (Object.hasOwn(params, name)) throw invalid('isv.invalid-parameter', `参数重复：${name}`);
      params[name] = value;
    }
  }
  return params;
}

export function callV2(sandbox: Sandbox, params: Params, call: Call): Answer {
  const method = params['method'] ?? '';
  const node = `${method.replaceAll('.', '_')}_response`;
  try {
    verify(sandbox, params);
    const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!run) throw new AlipayRefusal('40002', 'isv.invalid-method', '不存在的方法名', true);
    const result = run(sandbox, {
      biz: readBiz(method, params),
      notifyUrl: params['notify_url'] || null,
      as: call.as,
    });
    // The token method's node has no code on success [U].
    return nodeAnswer(
      node,
      method === TOKEN_METHOD ? result : { code: '10000', msg: CODE_WORDS['10000'], ...result },
    );
  } catch (error) {
    const { code, subCode, subMsg, atGateway } = asAlipayRefusal(error);
    const told = { code, msg: CODE_WORDS[code], sub_code: subCode, sub_msg: subMsg };
    return nodeAnswer(atGateway || method === TOKEN_METHOD ? 'error_response' : node, told);
  }
}

/** What is signed is this very text, with slashes escaped as Alipay's servers do. */
const nodeAnswer = (node: string, value: Bag): Answer => ({
  status: 200,
  body: JSON.stringify(value).replaceAll('/', '\\/'),
  headers: { 'content-type': 'text/html;charset=utf-8' },
  hint: node,
});

function readBiz(method: string, params: Params): Bag {
  if (method === TOKEN_METHOD) return params;
  if (params['encrypt_type']) throw invalid('isv.invalid-encrypt-type', '本地网关不接受加密的 biz_content');
  try {
    const biz: unknown = JSON.parse(params['biz_content'] ?? '');
    if (isBag(biz)) return biz;
  } catch {
    // falls through to the one refusal below
  }
  throw invalid('isv.invalid-parameter', 'biz_content 不是合法的 JSON 对象');
}

function verify(sandbox: Sandbox, params: Params): void {
  const { alipay } = sandbox.keys;
  for (const name of ['app_id', 'method', 'charset', 'sign_type', 'sign', 'timestamp', 'version']) {
    if (!params[name])
      throw new AlipayRefusal('40001', `isv.missing-${name.replace('_', '-')}`, `缺少参数：${name}`);
  }
  if (params['app_id'] !== alipay.appId) throw invalid('isv.invalid-app-id', '无效的 AppID 参数', true);
  if (params['sign_type'] !== 'RSA2') throw invalid('isv.invalid-signature-type', '无效的签名类型', true);
  if (params['charset']?.toLowerCase() !== 'utf-8')
    throw invalid('isv.invalid-charset', '本地网关只接受 utf-8');
  if (params['version'] !== '1.0') throw invalid('isv.invalid-version', '无效的 version');
  const signed = Object.keys(params)
    .filter((name) => name !== 'sign' && params[name] !== '')
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&');
  if (!rsaVerify(signed, params['sign'] ?? '', alipay.app.publicKey))
    throw invalid('isv.invalid-signature', '无效签名');
  const at = readPlainTime(params['timestamp'] ?? '');
  if (at === null || Math.abs(sandbox.now() - at) > WINDOW_MS)
    throw invalid('isv.invalid-timestamp', '非法的时间戳参数，时间要写北京时间');
}

const invalid = (subCode: string, subMsg: string, atGateway = false) =>
  new AlipayRefusal('40002', subCode, subMsg, atGateway);

export function gatewayV2(sandbox: Sandbox): Gateway {
  const failure = (code: string, subCode: string) =>
    nodeAnswer('error_response', {
      code,
      msg: CODE_WORDS[code] ?? '',
      sub_code: subCode,
      sub_msg: '系统繁忙',
    });
  return {
    platform: 'alipay',
    // Alipay reports its own troubles in the body; the HTTP status stands for its front end.
    trouble: (status) => ({
      ...(status === 500
        ? failure('20000', 'aop.unknow-error')
        : failure('40005', 'isv.call-frequency-limit')), // [U] 40005
      status,
    }),
    seal(answer, sealing) {
      const text = String(answer.body);
      const node = answer.hint ?? 'error_response';
      const sign = signNode(sandbox, text, sealing);
      const told = sealing.alterBody ? altered(text) : text;
      const second = sealing.duplicateKey ? `,"${node}":${forgedNode(text)}` : '';
      return { ...answer, body: `{"${node}":${told},"sign":"${sign}"${second}}` };
    },
  };
}

function signNode(sandbox: Sandbox, text: string, sealing: Sealing): string {
  const { privateKey, digest } = alipayKey(sandbox, sealing);
  return rsaSign(text, privateKey, digest);
}

/** What a forger would append behind a genuinely signed node. */
function forgedNode(text: string): string {
  const node = JSON.parse(text) as Bag;
  const wishes: Bag = {
    trade_status: 'TRADE_SUCCESS',
    fund_change: 'Y',
    refund_status: 'REFUND_SUCCESS',
    open_id: 'forged-open-id',
    trade_no: '2026forged',
  };
  for (const name of Object.keys(wishes)) if (name in node) node[name] = wishes[name];
  return JSON.stringify({ ...node, code: '10000', msg: 'Success' });
}
