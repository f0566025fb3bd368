/**
 * A small drawing kit for the shop's pictures: flat shapes with light from the upper left, on no ground.
 * A Sheet gathers shapes and the gradients they ask for, and prints one small SVG file.
 */

/** Four tones of one material, from lit to deep shade. */
export type Ramp = readonly [light: string, base: string, shade: string, deep: string];

const n = (value: number): string => String(Math.round(value * 10) / 10);
const short = (text: string): string => text.replace(/-?\d+\.\d+/g, (digits) => n(Number(digits)));

export class Sheet {
  private readonly defs = new Map<string, string>();
  private readonly parts: string[] = [];

  constructor(private readonly viewBox = '0 0 400 400') {}

  add(...parts: readonly string[]): this {
    this.parts.push(...parts);
    return this;
  }

  /** Keeps one copy of equal definitions and names them a, b, c … */
  private define(tag: string, attributes: string, inside: string): string {
    const key = `${tag} ${attributes}>${inside}`;
    if (!this.defs.has(key)) this.defs.set(key, name(this.defs.size));
    return `url(#${this.defs.get(key)})`;
  }

  /** `along` is "x1 y1 x2 y2" in the shape's own box; stops are "offset colour [opacity]", with commas between. */
  linear(along: string, stops: string): string {
    const [x1, y1, x2, y2] = along.split(' ');
    return this.define('linearGradient', `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, stopMarkup(stops));
  }

  /** `place` is "cx cy r" in the shape's own box. */
  radial(place: string, stops: string): string {
    const [cx, cy, r] = place.split(' ');
    return this.define('radialGradient', `cx="${cx}" cy="${cy}" r="${r}"`, stopMarkup(stops));
  }

  /** A clip to a path; use as `clip-path="${…}"`. */
  clip(d: string): string {
    return this.define('clipPath', '', `<path d="${short(d)}"/>`);
  }

  /** A flat side turned to the light: lit at the upper left. */
  face([light, base, shade]: Ramp): string {
    return this.linear('0 0 1 1', `0 ${light}, 0.5 ${base}, 1 ${shade}`);
  }

  /** A flat side from top to bottom. */
  down([light, base, shade]: Ramp): string {
    return this.linear('0 0 0 1', `0 ${light}, 0.4 ${base}, 1 ${shade}`);
  }

  /** A standing cylinder: bright stripe left of the middle, a thin return of light at the right edge. */
  round([light, base, shade, deep]: Ramp): string {
    return this.linear('0 0 1 0', `0 ${shade}, 0.22 ${light}, 0.5 ${base}, 0.88 ${deep}, 1 ${shade}`);
  }

  /** The shadow on the ground: a soft pool pushed to the right, and a dark seam of contact. */
  ground(cx: number, y: number, rx: number, ry = rx * 0.13): this {
    const soft = this.radial('0.5 0.5 0.5', '0 #1B2423 0.34, 0.6 #1B2423 0.14, 1 #1B2423 0');
    const edge = '#10201F';
    return this.add(
      ellipse(cx + rx * 0.08, y, rx * 1.12, ry * 1.25, soft),
      ellipse(cx, y - ry * 0.12, rx * 0.78, ry * 0.36, edge, 'opacity=".2"'),
    );
  }

  glow(cx: number, cy: number, r: number, strength = 1): this {
    const light = this.radial(
      '0.5 0.5 0.5',
      `0 #FFE3AE ${0.95 * strength}, 0.25 #F4C77F ${0.45 * strength}, 0.6 #E6AE57 ${0.14 * strength}, 1 #E6AE57 0`,
    );
    return this.add(circle(cx, cy, r, light));
  }

  toString(): string {
    const defs = [...this.defs].map(([key, id]) => {
      const [head, inside] = split(key);
      const tag = head.split(' ')[0]!;
      return `<${tag} id="${id}"${head.slice(tag.length).trimEnd()}>${inside}</${tag}>`;
    });
    const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${this.viewBox}" fill="none">`;
    return `${open}<defs>${defs.join('')}</defs>${this.parts.join('')}</svg>\n`;
  }
}

function split(key: string): [string, string] {
  const at = key.indexOf('>');
  return [key.slice(0, at), key.slice(at + 1)];
}

function name(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : name(Math.floor(index / 26) - 1) + name(index % 26);
}

function stopMarkup(stops: string): string {
  const one = (text: string): string => {
    const [offset, colour, opacity] = text.trim().split(' ');
    return `<stop offset="${offset}" stop-color="${colour}"${opacity ? ` stop-opacity="${opacity}"` : ''}/>`;
  };
  return stops.split(',').map(one).join('');
}

const tail = (extra: string): string => (extra ? ` ${extra}` : '');

export function rect(
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
  fill: string,
  extra = '',
): string {
  const corner = r ? ` rx="${n(r)}"` : '';
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${corner} fill="${fill}"${tail(extra)}/>`;
}

export function circle(cx: number, cy: number, r: number, fill: string, extra = ''): string {
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"${tail(extra)}/>`;
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, extra = ''): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${tail(extra)}/>`;
}

export function path(d: string, fill: string, extra = ''): string {
  return `<path d="${short(d)}" fill="${fill}"${tail(extra)}/>`;
}

/** An open line with round ends. */
export function line(d: string, stroke: string, width: number, extra = ''): string {
  return `<path d="${short(d)}" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${tail(extra)}/>`;
}

export function group(transform: string, parts: readonly string[], extra = ''): string {
  return `<g${transform ? ` transform="${transform}"` : ''}${tail(extra)}>${parts.join('')}</g>`;
}

/** The same stroke for many short lines. */
export function lines(ds: readonly string[], stroke: string, width: number, extra = ''): string {
  return line(ds.join(''), stroke, width, extra);
}

export const fade = (opacity: number): string => `opacity="${opacity}"`;
