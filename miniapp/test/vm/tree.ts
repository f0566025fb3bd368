/**
 * What a mini-program page looks like from outside: Taro sends the tree as `setData` paths, this keeps the tree
 * and answers "which words are there" and "what is pressed when those words are pressed".
 */
export interface TreeNode {
  /** Taro's short id of the node: event handlers are found by it. */
  sid?: string;
  uid?: string;
  /** Short node name, e.g. "8" for a text. */
  nn?: string;
  /** Text. */
  v?: string;
  /** Class. */
  cl?: string;
  cn?: TreeNode[];
  [attribute: string]: unknown;
}

/** Applies `{'root.cn.[0].v': 'x'}` to a page's data, as a mini-program does. */
export function applyData(data: Record<string, unknown>, change: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split('.').map((key) => key.replace(/^\[(\d+)\]$/, '$1'));
    let at: Record<string, unknown> = data;
    for (const [index, key] of keys.slice(0, -1).entries()) {
      const next = at[key];
      if (typeof next !== 'object' || next === null) at[key] = /^\d+$/.test(keys[index + 1]!) ? [] : {};
      at = at[key] as Record<string, unknown>;
    }
    at[keys.at(-1)!] = structuredCloneSafe(value);
  }
}

function structuredCloneSafe(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** Every node with its way down from the root, in reading order. */
export function* walk(node: TreeNode, above: TreeNode[] = []): Generator<TreeNode[]> {
  const path = [...above, node];
  yield path;
  for (const child of node.cn ?? []) if (child) yield* walk(child, path);
}

/** All words of the page, in reading order. */
export function wordsOf(root: TreeNode): string {
  const words: string[] = [];
  for (const path of walk(root)) {
    const text = path.at(-1)!.v;
    if (typeof text === 'string' && text !== '') words.push(text);
  }
  return words.join('\n');
}

/** The way to the node that says exactly `words`, or that contains them, the last one on the page winning. */
export function findWords(root: TreeNode, words: string | RegExp): TreeNode[] | null {
  let exact: TreeNode[] | null = null;
  let partly: TreeNode[] | null = null;
  for (const path of walk(root)) {
    const text = path.at(-1)!.v;
    if (typeof text !== 'string') continue;
    if (typeof words === 'string' ? text === words : words.test(text)) exact = path;
    else if (typeof words === 'string' && text.includes(words)) partly = path;
  }
  return exact ?? partly;
}

/** The ways to all nodes of a class, in reading order. */
export function findClass(root: TreeNode, name: string): TreeNode[][] {
  return [...walk(root)].filter((path) =>
    String(path.at(-1)!.cl ?? '')
      .split(/\s+/)
      .includes(name),
  );
}
