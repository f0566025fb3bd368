/** `alipay.open.app.mini.templatemessage.send`: who, which template, and data as a JSON text. */
import { FieldRefusal, isBag, optionalText, text } from '../fields.js';
import { type AlipayMethod, AlipayRefusal } from './protocol.js';

export const sendTemplateMessage: AlipayMethod = (sandbox, { biz }) => {
  const { state } = sandbox.file;
  const to = text(biz, 'to_open_id', { max: 128 });
  if (!state.openids[`alipay ${to}`]) throw new AlipayRefusal('40004', 'USER_NOT_EXIST', '用户不存在'); // [U]
  const templateId = text(biz, 'user_template_id', { max: 128 });
  const page = text(biz, 'page', { max: 512 });
  optionalText(biz, 'form_id', { max: 128 });
  let data: unknown;
  try {
    data = JSON.parse(text(biz, 'data', { max: 2048 }));
  } catch (error) {
    if (error instanceof FieldRefusal) throw error;
  }
  if (!isBag(data)) throw new AlipayRefusal('40004', 'USER_TEMPLATE_ILLEGAL', 'data 必须是 JSON 字符串');
  state.messages.push({ to, templateId, page, data, at: sandbox.now() });
  sandbox.file.touch();
  return {};
};
