/** Serves the control page: a few files beside this one, nothing from anywhere else. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const FILES = {
  '/': 'index.html',
  '/tokens.css': 'tokens.css',
  '/page.css': 'page.css',
  '/page.js': 'page.js',
  '/icon.svg': 'icon.svg',
};
const TYPES: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

export function pageRoutes(app: FastifyInstance): void {
  for (const [path, name] of Object.entries(FILES)) {
    const content = readFileSync(new URL(`./page/${name}`, import.meta.url));
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
    app.get(path, async (_request, reply) =>
      reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'self'; frame-ancestors 'none'")
        .send(content),
    );
  }
}
