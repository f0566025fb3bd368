// The rules that ESLint keeps: no barrel file, and no platform check outside miniapp/src/kit/platform.
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOT, fromRoot } from '../src/paths.js';

const eslint = new ESLint({ cwd: ROOT });

/** Names of the rules that refuse this text as that file. */
async function refusals(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: fromRoot(file) });
  return result!.messages.map((message) => message.ruleId);
}

describe('rule 4: platform checks stand in kit/platform only', () => {
  it.each([
    ['wx.login({});', 'no-restricted-globals'],
    ['my.getAuthCode({});', 'no-restricted-globals'],
    ['jd.scanCode({});', 'no-restricted-globals'],
    ['globalThis.wx.login();', 'no-restricted-syntax'],
    ["export const here = process.env.TARO_ENV === 'jd';", 'no-restricted-syntax'],
    ["import Taro from '@tarojs/taro';\nvoid Taro.login();", 'no-restricted-syntax'],
    ["import Taro from '@tarojs/taro';\nvoid Taro.scanCode({});", 'no-restricted-syntax'],
    ["import Taro from '@tarojs/taro';\nvoid Taro.requestPayment({} as never);", 'no-restricted-syntax'],
    [
      "import Taro from '@tarojs/taro';\nvoid Taro.makePhoneCall({ phoneNumber: '' });",
      'no-restricted-syntax',
    ],
  ])('%s', async (text, rule) => {
    expect(await refusals('miniapp/src/consumer/pages/a.ts', text)).toContain(rule);
    expect(await refusals('miniapp/src/kit/platform/weapp.ts', text)).not.toContain(rule);
  });
});

describe('rule 5: no file that only re-exports', () => {
  it.each([
    "export * from './a.js';",
    "export { a } from './a.js';\nexport { b } from './b.js';",
    "import { a } from './a.js';\nexport { a };",
    "export type { A } from './a.js';",
  ])('%s', async (text) => {
    expect(await refusals('server/src/orders/index.ts', text)).toContain('tongdian/no-re-export-file');
  });

  it('a file with a line of its own may pass something on', async () => {
    const text = "export { a } from './a.js';\nexport const b = 1;";
    expect(await refusals('server/src/orders/things.ts', text)).not.toContain('tongdian/no-re-export-file');
  });
});
