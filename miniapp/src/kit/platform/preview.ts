/**
 * The bar above the preview: which platform, which person, light or dark. It is drawn outside of the app's own
 * tree, so that nothing of it can end up in a mini-program, and it never looks like a part of the shop.
 */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import './preview.css';

interface Choice {
  platform: Platform;
  user: string;
}

const PLATFORM_WORDS: Record<Platform, string> = { wechat: '微信', alipay: '支付宝', jd: '京东' };
const FALLBACK: Choice = { platform: 'wechat', user: 'lin' };
const CHOICE_KEY = 'tongdian.preview';
const THEME_KEY = 'tongdian.preview.theme';
const OFF_KEY = 'tongdian.preview.off';

let sandbox: Promise<string | null> | null = null;
let shown = false;

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

let current: Choice | null = null;

export function chosen(): Choice {
  if (current) return current;
  try {
    current = { ...FALLBACK, ...(JSON.parse(read(CHOICE_KEY) ?? '{}') as Partial<Choice>) };
  } catch {
    current = FALLBACK;
  }
  return current;
}

function choose(part: Partial<Choice>): void {
  write(CHOICE_KEY, JSON.stringify({ ...chosen(), ...part }));
  window.location.hash = '';
  window.location.reload();
}

/** Where the sandbox is; null outside of a preview. Asked once. */
function sandboxBase(): Promise<string | null> {
  sandbox ??= fetch('/preview.json')
    .then(async (answer) => {
      const base = answer.ok ? (((await answer.json()) as { sandbox?: string }).sandbox ?? null) : null;
      if (!base) hidePreviewBar();
      return base;
    })
    .catch(() => {
      sandbox = null;
      return null;
    });
  return sandbox;
}

export function hasPreview(): boolean {
  return shown;
}

/** Calls the sandbox's device API: what the host app on a phone would do. */
export async function device<T>(path: string, body?: object): Promise<T> {
  const base = await sandboxBase();
  if (!base) throw new Error('there is no sandbox here');
  const answer = await fetch(`${base}/device${path}`, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  });
  if (!answer.ok) throw new Error(`device ${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** A question of the platform to the person; resolves to the answer pressed. */
export function askPerson(question: string, answers: string[]): Promise<string> {
  return new Promise((resolve) => {
    const layer = document.createElement('div');
    layer.className = 'pv-ask';
    layer.setAttribute('role', 'dialog');
    layer.setAttribute('aria-label', question);
    const box = document.createElement('div');
    box.className = 'pv-ask-box';
    const note = document.createElement('div');
    note.className = 'pv-ask-note';
    note.textContent = `预览 · ${PLATFORM_WORDS[chosen().platform]}会在这里问`;
    const words = document.createElement('div');
    words.className = 'pv-ask-words';
    words.textContent = question;
    const row = document.createElement('div');
    row.className = 'pv-ask-row';
    for (const answer of answers) {
      const button = document.createElement('button');
      button.className = 'pv-answer';
      button.textContent = answer;
      button.onclick = () => {
        layer.remove();
        resolve(answer);
      };
      row.append(button);
    }
    box.append(note, words, row);
    layer.append(box);
    document.body.append(layer);
  });
}

function themeOf(): 'auto' | 'light' | 'dark' {
  const known = read(THEME_KEY);
  return known === 'light' || known === 'dark' ? known : 'auto';
}

function applyTheme(): void {
  const theme = themeOf();
  document.documentElement.classList.toggle('theme-dark', theme === 'dark');
  document.documentElement.classList.toggle('theme-light', theme === 'light');
  const dark =
    theme === 'dark' || (theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.body.classList.toggle('pv-dark', dark);
}

function select(
  label: string,
  values: [string, string][],
  value: string,
  changed: (to: string) => void,
): HTMLElement {
  const element = document.createElement('select');
  element.className = 'pv-select';
  element.setAttribute('aria-label', label);
  for (const [id, name] of values) element.add(new Option(name, id, false, id === value));
  element.onchange = () => changed(element.value);
  return element;
}

function capsule(platform: Platform): HTMLElement {
  const element = document.createElement('div');
  element.className = 'pv-capsule';
  element.setAttribute('aria-hidden', 'true');
  const right =
    platform === 'wechat'
      ? '<circle cx="9.5" cy="9.5" r="7"/><circle cx="9.5" cy="9.5" r="2.4" fill="currentColor"/>'
      : '<path d="m4 4 11 11M15 4 4 15"/>';
  element.innerHTML =
    '<svg width="20" height="8" viewBox="0 0 20 8" fill="currentColor"><circle cx="3" cy="4" r="2"/><circle cx="10" cy="4" r="2.8"/><circle cx="17" cy="4" r="2"/></svg>' +
    `<i></i><svg width="19" height="19" viewBox="0 0 19 19" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round">${right}</svg>`;
  return element;
}

/** The server says that this is no preview: the bar goes, now and at the next visit. */
function hidePreviewBar(): void {
  if (!shown) return;
  write(OFF_KEY, '1');
  window.location.reload();
}

/** Draws the bar as soon as it is known that this is a preview. */
export function mountPreviewBar(): void {
  applyTheme();
  shown = read(OFF_KEY) !== '1';
  if (!shown) return;
  const { platform, user } = chosen();
  const bar = document.createElement('div');
  bar.className = 'pv-bar';
  const title = document.createElement('b');
  title.className = 'pv-title';
  title.textContent = '预览';
  const platforms = document.createElement('div');
  platforms.className = 'pv-seg';
  platforms.setAttribute('role', 'group');
  for (const [id, name] of Object.entries(PLATFORM_WORDS) as [Platform, string][]) {
    const button = document.createElement('button');
    button.className = 'pv-press';
    button.textContent = name;
    button.setAttribute('aria-pressed', String(id === platform));
    button.onclick = () => choose({ platform: id });
    platforms.append(button);
  }
  const people = select('谁', [[user, user]], user, (to) => choose({ user: to }));
  const theme = select(
    '外观',
    [
      ['auto', '跟随'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
    themeOf(),
    (to) => {
      write(THEME_KEY, to);
      applyTheme();
    },
  );
  if (TONGDIAN_APP === 'clerk') {
    title.style.flex = '1';
    bar.append(title, theme);
  } else bar.append(title, platforms, people, theme);
  document.body.append(bar, capsule(platform));
  if (TONGDIAN_APP === 'clerk') return;
  void device<{ id: string; name: string }[]>('/personas')
    .then((list) => {
      people.replaceChildren(...list.map(({ id, name }) => new Option(name, id, false, id === user)));
      if (!list.some(({ id }) => id === user))
        (people as HTMLSelectElement).add(new Option(user, user, true, true));
    })
    .catch(() => undefined);
}
