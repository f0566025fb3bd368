/** Orders in words, the same for a buyer, a payment page and a clerk. */

/** "晨雾 拼配豆 250g 等 3 件": what a payment page and a clerk read. */
export function describeGoods(lines: readonly { name: string; quantity: number }[]): string {
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  const first = lines[0]?.name ?? '';
  return pieces > 1 ? `${first} 等 ${pieces} 件` : first;
}
