/* The control page: reads the control address every two seconds and sends what a person presses. */
'use strict';

const PLATFORMS = { wechat: '微信', alipay: '支付宝', jd: '京东', '*': '三个平台' };
const WHERE = { notify: '发出的通知', api: '接口的回答' };
const KINDS = {
  duplicate: '发两遍',
  late: '晚到',
  'out-of-order': '顺序颠倒',
  replay: '原样重放',
  forged: '伪造',
  stale: '过期很久的',
  'wrong-amount': '金额多一分',
  'wrong-app': '别的应用',
  'wrong-seller': '别的商户',
  'wrong-key': '没见过的密钥',
  'rotated-key': '换了密钥',
  signtest: '签名探测',
  'sign-type-rsa': '降级成 SHA-1 签名',
  'duplicate-key-response': '回答里夹一个假节点',
  'timeout-before': '没办就没回音',
  'timeout-after': '办了没回音',
  'error-500': '没办，500',
  'error-500-after': '办了，500',
  'error-429': '太频繁，429',
  'half-body': '回答断在一半',
  'refund-fails': '退款收下了却退不成',
};
const AT_NOTIFY = [
  'duplicate',
  'late',
  'out-of-order',
  'replay',
  'forged',
  'stale',
  'wrong-amount',
  'wrong-app',
  'wrong-seller',
  'wrong-key',
  'rotated-key',
  'signtest',
  'sign-type-rsa',
];
const AT_API = Object.keys(KINDS).filter((kind) => !['duplicate', 'out-of-order', 'replay'].includes(kind));
const TRADE_STATES = { open: ['待付', 'lamp-tag'], paid: ['已付', 'ok'], closed: ['已关单', ''] };
const NOTIFY_STATES = {
  held: ['压着没发', 'lamp-tag'],
  pending: ['还在送', 'info'],
  accepted: ['收下了', 'ok'],
  'given-up': ['没收下', 'bad'],
};
const EVENTS = { paid: '付款成功', refunded: '退款', closed: '超时关闭' };

const find = (id) => document.getElementById(id);

function node(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function tag([text, className]) {
  return node('span', text, `tag ${className}`);
}

function row(...cells) {
  const tr = node('tr');
  for (const cell of cells) {
    const td = cell instanceof HTMLTableCellElement ? cell : node('td');
    if (td !== cell) td.append(cell);
    tr.append(td);
  }
  return tr;
}

function press(text, then) {
  const button = node('button', text);
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    await then();
    await refresh();
  });
  return button;
}

async function call(method, path, body) {
  const response = await fetch(`/control${path}`, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  return { ok: response.ok, json: await response.json() };
}

const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`;
/** Long numbers show their end; the whole number is in the title. */
function numberCell(text) {
  const span = node('span', text.length > 14 ? `…${text.slice(-10)}` : text, 'code');
  span.title = text;
  return span;
}

const clock = (iso) =>
  new Date(iso).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });

function showTrades(trades) {
  find('no-trades').hidden = trades.length > 0;
  find('trades').replaceChildren(
    ...trades.map((trade) => {
      const act = (name) => () =>
        call('POST', `/trades/${trade.platform}/${encodeURIComponent(trade.outTradeNo)}/act`, { act: name });
      const acts = node('td');
      if (trade.state === 'open') acts.append(press('支付', act('pay')), press('拒绝', act('refuse')));
      if (trade.state !== 'paid' && !trade.payAfterClose)
        acts.append(press('关单后支付', act('pay-after-close')));
      const state = node('td');
      state.append(tag(TRADE_STATES[trade.state]));
      const refunded = trade.refunds.reduce((sum, refund) => sum + refund.amountFen, 0);
      if (refunded) state.append(' ', tag([`退了 ${yuan(refunded)}`, 'info']));
      if (trade.awaited) state.append(' ', tag(['手机上等着', 'info']));
      if (trade.payAfterClose) state.append(' ', tag(['关单后会付', 'lamp-tag']));
      return row(
        PLATFORMS[trade.platform],
        numberCell(trade.outTradeNo),
        trade.userName ?? '没登录过的人',
        node('td', yuan(trade.amountFen), 'number'),
        state,
        clock(trade.createdAt),
        acts,
      );
    }),
  );
}

function showNotifies(notifies) {
  find('no-notifies').hidden = notifies.length > 0;
  find('notifies').replaceChildren(
    ...notifies.map((notify) => {
      const last = notify.attempts.at(-1);
      const answer = node('td', last ? `${last.status ?? '没有回音'} ${last.answer}` : '', 'answer code');
      answer.title = answer.textContent;
      const event = node('td', EVENTS[notify.event]);
      for (const kind of notify.faults) event.append(' ', tag([KINDS[kind] ?? kind, 'bad']));
      const times = notify.attempts.length > 1 ? `，共 ${notify.attempts.length} 次` : '';
      const [word, colour] = NOTIFY_STATES[notify.state];
      return row(
        clock(notify.createdAt),
        PLATFORMS[notify.platform],
        event,
        numberCell(notify.outTradeNo),
        tag([word + times, colour]),
        answer,
        press('再发一次', () => call('POST', '/notifies/resend', { id: notify.id })),
      );
    }),
  );
}

function showFaults(faults) {
  find('no-faults').hidden = faults.length > 0;
  find('clear').hidden = faults.length < 2;
  find('faults').replaceChildren(
    ...faults.map((fault) => {
      const left = fault.times === null ? '一直' : `还有 ${fault.times} 次`;
      const method = fault.method ? `（${fault.method}）` : '';
      const item = node('li');
      item.append(
        node(
          'span',
          `${PLATFORMS[fault.platform]} · ${WHERE[fault.where]}${method} · ${KINDS[fault.kind]} · ${left}`,
        ),
        press('撤掉', () => call('DELETE', `/faults?id=${fault.id}`)),
      );
      return item;
    }),
  );
}

/** A table is only redrawn when it changed, so that a button under the pointer stays the same button. */
const shown = new Map();
function show(name, value, draw) {
  const text = JSON.stringify(value);
  if (shown.get(name) === text) return;
  shown.set(name, text);
  draw(value);
}

async function refresh() {
  try {
    const [state, trades, notifies, faults] = await Promise.all(
      ['/state', '/trades?limit=100', '/notifies', '/faults'].map((path) => call('GET', path)),
    );
    find('offline').hidden = true;
    const chosen = document.querySelector(`#default-act input[value="${state.json.defaultAct}"]`);
    if (chosen) chosen.checked = true;
    const open = ({ state: each }) => (each === 'open' ? 0 : 1);
    show(
      'trades',
      trades.json.sort((a, b) => open(a) - open(b)),
      showTrades,
    );
    show('notifies', notifies.json.slice(0, 60), showNotifies);
    show('faults', faults.json, showFaults);
  } catch {
    find('offline').hidden = false;
  }
}

function fillKinds(form) {
  const kinds = form.elements.where.value === 'notify' ? AT_NOTIFY : AT_API;
  form.elements.kind.replaceChildren(...kinds.map((kind) => new Option(KINDS[kind], kind)));
}

const form = find('order');
form.elements.platform.append(...Object.entries(PLATFORMS).map(([value, text]) => new Option(text, value)));
form.elements.where.append(...Object.entries(WHERE).map(([value, text]) => new Option(text, value)));
fillKinds(form);
form.elements.where.addEventListener('change', () => fillKinds(form));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { platform, where, kind, times } = form.elements;
  const order = {
    platform: platform.value,
    where: where.value,
    kind: kind.value,
    times: times.value ? Number(times.value) : null,
  };
  const { ok } = await call('POST', '/faults', order);
  find('refusal').textContent = ok ? '' : '这个平台没有这种故障，换一个';
  await refresh();
});
find('clear').addEventListener('click', async () => {
  await call('DELETE', '/faults');
  await refresh();
});
find('default-act').addEventListener('change', (event) =>
  call('POST', '/default-act', { act: event.target.value }),
);

refresh();
setInterval(refresh, 2000);
