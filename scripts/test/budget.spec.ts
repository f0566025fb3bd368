import { describe, expect, it } from 'vitest';
import { size, weigh, type BuiltFile } from '../src/build/budget.js';

const MB = 1024 * 1024;
const app = {
  pages: ['pages/home/index'],
  subPackages: [{ root: 'packages/shop', pages: ['product/index'] }],
};

/** A whole weapp output with this many bytes in its script and in its sub-package. */
function output(mainBytes: number, subBytes: number, template = 'wxml'): BuiltFile[] {
  const page = (path: string) =>
    ['js', 'json', template].map((kind) => ({ path: `${path}.${kind}`, bytes: 0 }));
  return [
    { path: 'app.js', bytes: mainBytes },
    { path: 'app.js.map', bytes: 9 * MB },
    ...page('pages/home/index'),
    ...page('packages/shop/product/index'),
    { path: 'packages/shop/vendors.js', bytes: subBytes },
  ];
}

describe('the weight of a mini-program', () => {
  it('counts main and sub-packages apart, and no source maps', () => {
    expect(weigh('consumer', 'weapp', output(500, 70), app)).toEqual({
      mainBytes: 500,
      subBytes: { 'packages/shop/': 70 },
      totalBytes: 570,
      complaints: [],
    });
  });

  it('the main package of the consumer app may have 1 MB to the byte', () => {
    expect(weigh('consumer', 'weapp', output(MB, 0), app).complaints).toEqual([]);
    expect(weigh('consumer', 'weapp', output(MB + 1, 0), app).complaints).toEqual([
      'the main package has 1.01 MB, 1.00 MB are allowed',
    ]);
  });

  it('the clerk app may have 600 KB', () => {
    expect(weigh('clerk', 'jd', output(600 * 1024, 0, 'jxml'), app).complaints).toEqual([]);
    expect(weigh('clerk', 'jd', output(601 * 1024, 0, 'jxml'), app).complaints).toHaveLength(1);
  });

  it('a sub-package may have 2 MB, and Alipay takes 8 MB in all', () => {
    expect(weigh('consumer', 'weapp', output(0, 2 * MB + 1), app).complaints[0]).toMatch(/packages\/shop\//);
    const many = [
      ...output(0, 0, 'axml'),
      ...[1, 2, 3, 4, 5].map((n) => ({ path: `s${n}/a.js`, bytes: 1.9 * MB })),
    ];
    const packages = [...app.subPackages, ...[1, 2, 3, 4, 5].map((n) => ({ root: `s${n}`, pages: [] }))];
    const { complaints } = weigh('consumer', 'alipay', many, { ...app, subPackages: packages });
    expect(complaints).toEqual(['all of it has 9.50 MB, 8.00 MB are allowed']);
  });

  it('a page without its template is missed', () => {
    const files = output(0, 0).filter(({ path }) => path !== 'packages/shop/product/index.wxml');
    expect(weigh('consumer', 'weapp', files, app).complaints).toEqual([
      'packages/shop/product/index.wxml is missing',
    ]);
    expect(weigh('consumer', 'alipay', output(0, 0), app).complaints).toContain(
      'pages/home/index.axml is missing',
    );
  });

  it('an output without app.json or without pages is refused', () => {
    expect(weigh('consumer', 'jd', output(0, 0), undefined).complaints).toEqual(['app.json is missing']);
    expect(weigh('consumer', 'jd', output(0, 0), {}).complaints).toEqual(['app.json names no page']);
  });

  it('an h5 preview has no budget but must be there', () => {
    expect(weigh('clerk', 'h5', [{ path: 'index.html', bytes: 9 * MB }], undefined).complaints).toEqual([]);
    expect(weigh('clerk', 'h5', [], undefined).complaints).toEqual(['index.html is missing']);
  });

  it('sizes are rounded up so that nothing over budget looks within', () => {
    expect([size(1), size(1024), size(1025)]).toEqual(['1 KB', '1 KB', '2 KB']);
  });
});
