/** Writes every picture of the demo brand to `server/media`: `tsx server/src/demo/draw/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BRAND_PICTURES } from './brand.js';
import { PRODUCT_PICTURES } from './catalogue.js';
import type { Sheet } from './kit.js';
import { STORE_PICTURES } from './stores.js';

const media = (path: string): string => fileURLToPath(new URL(`../../../media/${path}`, import.meta.url));

function write(path: string, svg: string): void {
  mkdirSync(dirname(media(path)), { recursive: true });
  writeFileSync(media(path), svg);
  if (svg.length > 12 * 1024) throw new Error(`${path} weighs ${svg.length} bytes, more than a picture may`);
}

const FOLDERS: Record<string, Record<string, () => Sheet>> = {
  products: PRODUCT_PICTURES,
  stores: STORE_PICTURES,
  brand: BRAND_PICTURES,
};

for (const [folder, pictures] of Object.entries(FOLDERS)) {
  for (const [name, draw] of Object.entries(pictures)) write(`${folder}/${name}.svg`, draw().toString());
}
