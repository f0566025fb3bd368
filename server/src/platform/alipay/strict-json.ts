/**
 * Reads a JSON object the way a signature needs it: every top-level value as the very text it came as, and no
 * key twice at any depth. `JSON.parse` takes the last of two equal keys while a signature may cover the
 * first, so a doubled node would pass as signed.
 */

export class DoubledKey extends Error {}

const isSpace = (letter: string | undefined): boolean =>
  letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t';

/** `at` is the opening quote; gives the place of the closing one. The text is known to be valid JSON. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

/** Throws on invalid JSON, on anything but an object, and on a doubled key. */
export function strictMembers(text: string): Map<string, string> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new SyntaxError('not a JSON object');
  const members = new Map<string, string>();
  const open: Set<string>[] = [];
  let current: { key: string; from: number } | null = null;
  const close = (until: number): void => {
    if (current && open.length === 1) members.set(current.key, text.slice(current.from, until).trim());
    if (open.length === 1) current = null;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '{' || letter === '[') open.push(new Set());
    else if (letter === ',') close(at);
    else if (letter === '}' || letter === ']') {
      close(at);
      open.pop();
    } else if (letter === '"') {
      const end = endOfString(text, at);
      let next = end + 1;
      while (isSpace(text[next])) next++;
      if (text[next] === ':') {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (open.at(-1)!.has(key)) throw new DoubledKey(key);
        open.at(-1)!.add(key);
        if (open.length === 1) current = { key, from: next + 1 };
        at = next;
      } else at = end;
    }
  }
  return members;
}
