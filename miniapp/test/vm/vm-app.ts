/**
 * Runs a compiled mini-program in a Node vm, without the vendor's tools: loads app.js, opens pages as the
 * platform would, keeps what they show, and sends presses and inputs through the page's own handler.
 * It checks the code that ships, not templates, styles or a vendor's API.
 */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { makePhone, type Api, type Phone, type PhoneWish } from './phone';
import { applyData, findClass, findWords, walk, wordsOf, type TreeNode } from './tree';

/** Alipay calls the word `name`. */
interface Tab {
  pagePath: string;
  text?: string;
  name?: string;
}

interface PageConfig extends Record<string, unknown> {
  data?: Record<string, unknown>;
}

interface LivePage extends Record<string, unknown> {
  route: string;
  data: { root?: TreeNode };
}

export interface VmApp {
  phone: Phone;
  /** The page on top. */
  page(): LivePage;
  route(): string;
  words(): string;
  /** Waits until the page on top says this. Fails with what it says instead. */
  until(words: string | RegExp, ms?: number): Promise<void>;
  /** Presses what says this; `nth` of a class with `{ className }`. */
  press(what: string | RegExp | { className: string; nth?: number }): Promise<void>;
  /** Presses the tab with this word in the platform's own tab bar. */
  tab(word: string): Promise<void>;
  /** Types into the input with this placeholder. */
  type(placeholder: string, value: string): Promise<void>;
  /** Sends an event of the platform to the node that has this value among its attributes. */
  fire(value: string, type: string, detail: object): Promise<void>;
  /** Errors that the app let escape. */
  faults: string[];
  close(): void;
}

interface Options extends PhoneWish {
  /** The folder of the compiled output. */
  folder: string;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function openVmApp(options: Options): Promise<VmApp> {
  const stack: LivePage[] = [];
  const configs = new Map<string, PageConfig>();
  const faults: string[] = [];
  let loading: string | null = null;
  let appConfig: Record<string, (options?: unknown) => void> = {};
  let serial = 0;
  const appJson = JSON.parse(fs.readFileSync(path.join(options.folder, 'app.json'), 'utf8')) as {
    pages: string[];
    tabBar?: { list?: Tab[]; items?: Tab[] };
  };
  const tabBar = appJson.tabBar?.list ?? appJson.tabBar?.items ?? [];
  const tabs = tabBar.map(({ pagePath }) => pagePath);

  const leave = (page: LivePage | undefined): void => {
    (page?.onUnload as (() => void) | undefined)?.call(page);
  };
  const show = (page: LivePage | undefined, what: 'onShow' | 'onHide'): void => {
    (page?.[what] as (() => void) | undefined)?.call(page);
  };

  function open(url: string): void {
    const [route, search = ''] = url.replace(/^\//, '').split('?') as [string, string?];
    const query = Object.fromEntries(new URLSearchParams(search));
    loading = route;
    if (!configs.has(route)) load(path.join(options.folder, `${route}.js`));
    loading = null;
    const config = configs.get(route);
    if (!config) throw new Error(`there is no page ${route}`);
    serial += 1;
    const page: LivePage = Object.assign(Object.create(config) as LivePage, {
      route,
      __route__: route,
      options: query,
      data: JSON.parse(JSON.stringify(config.data ?? {})) as LivePage['data'],
      $viewId: serial,
      $id: serial,
      exparserNodeId: serial,
      __wxExparserNodeId__: String(serial),
      selectComponent: () => null,
      setData(change: Record<string, unknown>, done?: () => void) {
        applyData(page.data as Record<string, unknown>, change);
        if (done) setTimeout(done, 0);
      },
    });
    stack.push(page);
    (page.onLoad as (query: object) => void).call(page, query);
    show(page, 'onShow');
    (page.onReady as (() => void) | undefined)?.call(page);
  }

  const navigation = {
    navigateTo: told((url) => {
      show(stack.at(-1), 'onHide');
      open(url);
    }),
    redirectTo: told((url) => {
      leave(stack.pop());
      open(url);
    }),
    reLaunch: told((url) => {
      stack.splice(0).forEach(leave);
      open(url);
    }),
    switchTab: told((url) => {
      const route = url.replace(/^\//, '').split('?')[0]!;
      if (!tabs.includes(route)) throw { errMsg: `switchTab:fail ${route} is no tab` };
      stack.splice(0).forEach(leave);
      open(url);
    }),
    navigateBack: told(() => {
      if (stack.length < 2) throw { errMsg: 'navigateBack:fail' };
      leave(stack.pop());
      show(stack.at(-1), 'onShow');
    }),
  };

  const phone = makePhone(options, navigation);
  const context = vm.createContext(globalsFor());
  const modules = new Map<string, { exports: unknown }>();

  function globalsFor(): Record<string, unknown> {
    const app = { onLaunch: () => undefined };
    const globals: Record<string, unknown> = {
      console: {
        ...console,
        error: (...said: unknown[]) => faults.push(said.map(String).join(' ').slice(0, 600)),
      },
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      Promise,
      navigator: { userAgent: 'Mozilla/5.0 (iPhone) AlipayClient' },
      App: (config: typeof appConfig) => {
        appConfig = config;
        Object.assign(app, config);
      },
      Page: (config: PageConfig) => {
        if (loading) configs.set(loading, config);
      },
      Component: () => undefined,
      Behavior: () => undefined,
      getApp: () => app,
      getCurrentPages: () => stack,
      [phone.globalName]: phone.global,
    };
    globals.globalThis = globals;
    globals.global = globals;
    globals.self = globals;
    return globals;
  }

  function load(file: string): unknown {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const near = (name: string): unknown => {
      const target = path.resolve(path.dirname(file), name);
      return load(target.endsWith('.js') ? target : `${target}.js`);
    };
    const source = fs.readFileSync(file, 'utf8');
    const run = vm.runInContext(`(function (require, module, exports) {${source}\n})`, context, {
      filename: file,
    }) as (...args: unknown[]) => void;
    run(near, module, module.exports);
    return module.exports;
  }

  load(path.join(options.folder, 'app.js'));
  appConfig.onLaunch?.call(appConfig, { path: appJson.pages[0], query: {}, scene: 1001 });
  appConfig.onShow?.call(appConfig, { path: appJson.pages[0], query: {}, scene: 1001 });
  open(appJson.pages[0]!);
  await wait(50);

  const root = (): TreeNode => stack.at(-1)?.data.root ?? {};
  const send = async (way: TreeNode[], type: string, detail: object): Promise<void> => {
    const page = stack.at(-1)!;
    // A text has no handlers: the element around it is what a finger meets.
    const elements = [...way].reverse().filter((node) => node.sid && typeof node.v !== 'string');
    const targetNode = elements[0];
    if (!targetNode) throw new Error('nothing there can be pressed');
    const target = { id: String(targetNode.uid ?? targetNode.sid), dataset: { sid: targetNode.sid } };
    const timeStamp = Date.now();
    for (const node of elements) {
      const currentTarget = { id: String(node.uid ?? node.sid), dataset: { sid: node.sid } };
      (page.eh as (event: object) => void).call(page, {
        type,
        timeStamp,
        target,
        currentTarget,
        detail,
        touches: [],
        changedTouches: [],
      });
    }
    await wait(30);
  };

  const fire = async (value: string, type: string, detail: object): Promise<void> => {
    const way = [...walk(root())].filter((one) => Object.values(one.at(-1)!).includes(value)).at(-1);
    if (!way)
      throw new Error(
        `${options.platform} ${stack.at(-1)?.route}: nothing has ${value}:\n${wordsOf(root())}`,
      );
    await send(way, type, detail);
  };

  return {
    phone,
    faults,
    page: () => stack.at(-1)!,
    route: () => stack.at(-1)?.route ?? '',
    words: () => wordsOf(root()),
    async until(words, ms = 8_000) {
      const end = Date.now() + ms;
      for (;;) {
        const said = wordsOf(root());
        if (typeof words === 'string' ? said.includes(words) : words.test(said)) return;
        if (Date.now() > end)
          throw new Error(
            `${options.platform} ${stack.at(-1)?.route} never said ${String(words)}. It says:\n${said}\nfaults: ${faults.join('\n')}`,
          );
        await wait(40);
      }
    },
    async press(what) {
      const way =
        typeof what === 'object' && 'className' in what
          ? (findClass(root(), what.className)[what.nth ?? 0] ?? null)
          : findWords(root(), what);
      if (!way)
        throw new Error(
          `${options.platform} ${stack.at(-1)?.route}: nothing says ${JSON.stringify(what)}:\n${wordsOf(root())}`,
        );
      await send(way, 'tap', {});
    },
    async tab(word) {
      const tab = tabBar.find(({ text, name }) => (text ?? name) === word);
      if (!tab) throw new Error(`there is no tab ${word}`);
      navigation.switchTab({ url: `/${tab.pagePath}` });
      await wait(30);
    },
    type: (placeholder, value) => fire(placeholder, 'input', { value }),
    fire,
    close() {
      stack.splice(0).forEach(leave);
    },
  };
}

/** A navigation API: does it, then says so. */
function told(act: (url: string) => void): Api {
  return (options = {}) => {
    try {
      act(String(options.url ?? ''));
      options.success?.({ errMsg: 'ok' });
    } catch (fault) {
      options.fail?.(fault);
    }
    options.complete?.({});
  };
}
