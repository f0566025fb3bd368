/** What buyers read on the platforms' payment sheets, within what all three of them take. */

/**
 * One line without `/ = &` (Alipay), without characters beyond three UTF-8 bytes (WeChat Pay), at most `max`
 * characters. Never empty.
 */
export function paymentText(text: string, max = 60): string {
  const plain = text
    .replace(/[\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[/=&\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > max ? `${plain.slice(0, max - 1)}…` : plain || '商品';
}
