/** Writes every picture of the demo brand to `server/media`: `tsx server/src/demo/draw/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRODUCT_PICTURES } from './catalogue.js';

const media = (path: string): string => fileURLToPath(new URL(`../../../media/${path}`, import.meta.url));

function write(path: string, svg: string): void {
  mkdirSync(dirname(media(path)), { recursive: true });
  writeFileSync(media(path), svg);
  if (svg.length > 12 * 1024) throw new Error(`${path} weighs ${svg.length} bytes, more than a picture may`);
}

for (const [name, draw] of Object.entries(PRODUCT_PICTURES)) write(`products/${name}.svg`, draw().toString());
