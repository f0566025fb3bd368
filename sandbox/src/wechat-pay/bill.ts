/** The daily trade bill: yuan, a backquote before each field, a digest over the unzipped file. */
import { gzipSync } from 'node:zlib';
import type { Answer } from '../answering.js';
import { randomHex, sha1Hex } from '../crypto.js';
import { asYuan, type Bag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Refund, Trade } from '../state.js';
import { beijingDay, plainTime } from '../time.js';
import { PayRefusal } from './protocol.js';

const DAY_MS = 86_400_000;
const READY_AFTER_MS = 34 * 3_600_000; // ten in the morning of the day after
const LINK_LIFE_MS = 300_000;
const FEE_PER_MILLE = 6;

/** [U] The column titles are remembered, not read in a current page; their order is what readers rely on. */
const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

type Row = { at: number; trade: Trade; refund: Refund | null };

export class BillDesk {
  readonly #links = new Map<string, { day: string; type: string; gzip: boolean; until: number }>();

  constructor(private readonly sandbox: Sandbox) {}

  offer(query: Bag): Bag {
    const { bill_date: day, bill_type: type = 'ALL', tar_type: tar } = query;
    const start =
      typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+08:00`) : NaN;
    if (Number.isNaN(start) || typeof day !== 'string')
      throw new PayRefusal(400, 'PARAM_ERROR', 'bill_date 格式不正确');
    if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND')
      throw new PayRefusal(400, 'PARAM_ERROR', 'bill_type 不正确');
    if (tar !== undefined && tar !== 'GZIP') throw new PayRefusal(400, 'PARAM_ERROR', 'tar_type 不正确');
    const now = this.sandbox.now();
    if (now < start + READY_AFTER_MS) throw new PayRefusal(400, 'STATEMENT_CREATING', '账单次日 10 点后生成'); // [U]
    if (now > start + 92 * DAY_MS) throw new PayRefusal(400, 'INVALID_REQUEST', '只能下载三个月内的账单');
    const file = this.#file(day, type);
    if (!file) throw new PayRefusal(400, 'NO_STATEMENT_EXIST', '当日没有账单'); // [U]
    const token = randomHex(24);
    this.#links.set(token, { day, type, gzip: tar === 'GZIP', until: now + LINK_LIFE_MS });
    return {
      hash_type: 'SHA1',
      hash_value: sha1Hex(file),
      download_url: `${this.sandbox.url}/wechat-pay/v3/billdownload/file?token=${token}`,
    };
  }

  /** The file itself, without signature headers. */
  download(token: unknown): Answer {
    const link = this.#links.get(String(token));
    if (!link || link.until < this.sandbox.now())
      throw new PayRefusal(400, 'INVALID_REQUEST', '下载链接已失效'); // [U]
    const file = Buffer.from(this.#file(link.day, link.type) ?? '');
    const body = link.gzip ? gzipSync(file) : file;
    return { status: 200, body, headers: { 'content-type': 'application/octet-stream' }, hint: 'unsigned' };
  }

  #file(day: string, type: string): string | null {
    const rows = this.#rows(day).filter(
      ({ refund }) => type === 'ALL' || (type === 'REFUND') === (refund !== null),
    );
    if (rows.length === 0) return null;
    const sold = rows.filter(({ refund }) => !refund);
    const sum = (parts: readonly number[]) => asYuan(parts.reduce((total, part) => total + part, 0));
    const refunded = sum(rows.map(({ refund }) => refund?.amountFen ?? 0));
    const ordered = sum(sold.map(({ trade }) => trade.amountFen));
    const fees = rows.reduce((total, row) => total + feeFen(row), 0);
    const totals = [String(rows.length), ordered, refunded, '0.00', signedYuan(fees), ordered, refunded];
    return `${[COLUMNS, ...rows.map(detail), TOTALS, totals.map((field) => `\`${field}`).join(',')].join('\r\n')}\r\n`;
  }

  /** Payments and settled refunds of one Beijing day, in order. */
  #rows(day: string): Row[] {
    const rows: Row[] = [];
    for (const trade of this.sandbox.file.state.trades) {
      if (trade.platform !== 'wechat' || trade.paidAt === null) continue;
      rows.push({ at: trade.paidAt, trade, refund: null });
      for (const refund of trade.refunds)
        if (refund.state === 'success' && refund.settledAt !== null)
          rows.push({ at: refund.settledAt, trade, refund });
    }
    return rows.filter(({ at }) => beijingDay(at) === day).sort((a, b) => a.at - b.at);
  }
}

/** Taken from a payment, given back with a refund. */
function feeFen({ trade, refund }: Row): number {
  const fee = (amountFen: number) => Math.round((amountFen * FEE_PER_MILLE) / 1000);
  return refund ? -fee(refund.amountFen) : fee(trade.amountFen);
}

const signedYuan = (amountFen: number) => (amountFen < 0 ? `-${asYuan(-amountFen)}` : asYuan(amountFen));

function detail(row: Row): string {
  const { at, trade, refund } = row;
  const paid = refund ? '0.00' : asYuan(trade.amountFen);
  const back = refund ? asYuan(refund.amountFen) : '0.00';
  const fields = [
    plainTime(at),
    trade.appId,
    trade.sellerId,
    '0',
    '',
    trade.tradeNo,
    trade.outTradeNo,
    trade.buyerId,
    'JSAPI',
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
    paid,
    '0.00',
    refund?.refundId ?? '0',
    refund?.outRefundNo ?? '0',
    back,
    '0.00',
    refund ? 'ORIGINAL' : '',
    refund ? 'SUCCESS' : '',
    trade.subject.replaceAll(',', ' '),
    (trade.attach ?? '').replaceAll(',', ' '),
    signedYuan(feeFen(row)),
    '0.60%',
    paid,
    back,
    '',
  ];
  return fields.map((field) => `\`${field}`).join(',');
}
