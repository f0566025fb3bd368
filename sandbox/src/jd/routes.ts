/** JD's open service (JOS, `api.jd.com/routerjson`), under `/jd`: log-in tokens become openId and xid. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Answer, answerCall, type Gateway, rawBody } from '../answering.js';
import { md5Hex, randomHex, sameText } from '../crypto.js';
import { type Bag, isBag } from '../fields.js';
import { openidOf, unionidOf } from '../personas.js';
import type { Sandbox } from '../sandbox.js';
import { readPlainTime } from '../time.js';

/** Documented by one JD service; taken for all. */
const SKEW_MS = 6 * 60_000;

class JosRefusal extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${code} ${en}`);
  }
}

const json = (value: unknown): Answer => ({
  status: 200,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json;charset=utf-8' },
});
const failure = (code: string, zh: string, en: string) =>
  json({ error_response: { code, zh_desc: zh, en_desc: en } });

const josGateway: Gateway = {
  platform: 'jd',
  trouble: (status) =>
    status === 500
      ? { ...failure('67', '服务器内部错误', 'internal error'), status: 500 }
      : failure('7', '超过调用频率限制', 'call limited by frequency'), // [U] the numbers
  seal: null,
};

type Method = (sandbox: Sandbox, params: Bag) => Bag;

const METHODS: Record<string, Method> = {
  'jingdong.jos.token.source.to.openId': (sandbox, params) => ({
    jingdong_jos_token_source_to_openId_responce: { code: '0', result: tokenToOpenId(sandbox, params) },
  }),
  'jingdong.jos.oauth.rpc.xid.openId2Xid': (sandbox, params) => ({
    jingdong_jos_oauth_rpc_xid_openId2Xid_responce: { code: '0', returnType: openIdToXid(sandbox, params) },
  }),
};
const OPERATIONS: Record<string, string> = {
  'jingdong.jos.token.source.to.openId': 'login',
  'jingdong.jos.oauth.rpc.xid.openId2Xid': 'xid',
};

function tokenToOpenId(sandbox: Sandbox, params: Bag): Bag {
  requireAppKey(sandbox, params);
  const requestId = randomHex(16);
  if (params['source'] !== '01' && params['source'] !== '02')
    return { code: '400', msg: 'source error', requestId }; // [U]
  const owner = sandbox.codes.redeem('jd-isv', String(params['token'] ?? ''));
  // Known to fail as "a result without openId"; its code and words are [U].
  if (typeof owner === 'string') return { code: '402', msg: `token ${owner}`, requestId };
  const openId = openidOf(sandbox.keys, 'jd', owner.user);
  sandbox.file.state.openids[`jd ${openId}`] = owner.user;
  sandbox.file.touch();
  return { code: '0', msg: 'success', openId, requestId };
}

function openIdToXid(sandbox: Sandbox, params: Bag): Bag {
  requireAppKey(sandbox, params);
  const user = sandbox.file.state.openids[`jd ${String(params['openId'])}`];
  if (!user) return { code: 402, data: '', requestId: randomHex(16) }; // [U]
  return { code: 0, data: unionidOf(sandbox.keys, 'jd', user), requestId: randomHex(16) };
}

function requireAppKey(sandbox: Sandbox, params: Bag): void {
  if (params['appKey'] !== sandbox.keys.jd.appKey)
    throw new JosRefusal('43', '参数 appKey 无效', 'invalid appKey'); // [U]
}

export function jdRoutes(sandbox: Sandbox) {
  return async (app: FastifyInstance) => {
    app.post('/routerjson', async (request, reply) => {
      const params = readForm(request);
      const method = params?.['method'] ?? '';
      return answerCall(
        sandbox,
        josGateway,
        [method, OPERATIONS[method] ?? 'unknown'],
        request,
        reply,
        () => {
          try {
            return json(callMethod(sandbox, params));
          } catch (error) {
            if (error instanceof JosRefusal) return failure(error.code, error.zh, error.en);
            throw error;
          }
        },
      );
    });
  };
}

type Form = Record<string, string>;

/** Query and body merged; null when a name comes twice. */
function readForm(request: FastifyRequest): Form | null {
  const form: Form = {};
  for (const source of [(request.raw.url ?? '').split('?')[1] ?? '', rawBody(request).toString('utf8')]) {
    for (const [name, value] of new URLSearchParams(source)) {
      if (Object.hasOwn(form, name)) return null;
      form[name] = value;
    }
  }
  return form;
}

/** Codes of JOS refusals below are remembered [U]; the shape `error_response` is documented. */
function callMethod(sandbox: Sandbox, form: Form | null): Bag {
  const { jd } = sandbox.keys;
  if (!form) throw new JosRefusal('43', '参数重复', 'doubled parameter');
  if (form['app_key'] !== jd.appKey) throw new JosRefusal('20', '缺少或无效的 app_key', 'invalid app_key');
  const { sign = '', ...signed } = form;
  const message = Object.keys(signed)
    .sort()
    .map((name) => `${name}${signed[name]}`)
    .join('');
  const expected = md5Hex(`${jd.appSecret}${message}${jd.appSecret}`).toUpperCase();
  if (!sameText(sign, expected)) throw new JosRefusal('25', '无效签名', 'invalid signature');
  const at = readPlainTime(form['timestamp'] ?? '');
  if (at === null || Math.abs(sandbox.now() - at) > SKEW_MS)
    throw new JosRefusal('29', '时间戳无效，须为北京时间', 'invalid timestamp');
  if (form['v'] !== '2.0') throw new JosRefusal('32', '版本无效', 'invalid version');
  if (!sameText(form['access_token'] ?? '', jd.accessToken))
    throw new JosRefusal('19', 'token 无效', 'invalid access_token');
  const method = form['method'] ?? '';
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!run) throw new JosRefusal('22', '方法不存在', 'invalid method');
  return run(sandbox, readParams(form['360buy_param_json'] ?? ''));
}

function readParams(text: string): Bag {
  try {
    const value: unknown = JSON.parse(text);
    if (isBag(value)) return value;
  } catch {
    // falls through to the one refusal below
  }
  throw new JosRefusal('43', '360buy_param_json 不是 JSON 对象', 'invalid 360buy_param_json');
}
