// The table that `pnpm test` ends with.
import type { Result } from './check.js';

export function table(results: Result[]): string {
  const rows = results
    .filter((one) => !one.isPreparation || one.failed > 0)
    .map((one) => [one.title, String(one.passed), String(one.failed), seconds(one.ms)]);
  const all = [['check', 'passed', 'failed', 'seconds'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) => row.map((cell, column) => pad(cell, widths[column]!, column === 0)).join('  '))
    .join('\n');
}

export const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const pad = (text: string, width: number, isLeft: boolean) =>
  isLeft ? text.padEnd(width) : text.padStart(width);
