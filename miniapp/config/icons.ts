/**
 * Writes one CSS class per icon: the drawing becomes a mask, the colour is the text's. As classes the drawings
 * cost nothing at run time; as inline styles each would travel through setData again and again.
 */
export interface Drawing {
  /** the inner markup of a 24 × 24 SVG */
  body: string;
}

function dataUrl(body: string, stroke: number): string {
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' ` +
    `stroke-width='${stroke}' stroke-linecap='round' stroke-linejoin='round'>${body.replaceAll('"', "'")}</svg>`;
  return `url("data:image/svg+xml,${svg.replace(/[%#<>?{}|\\^`]/g, encodeURIComponent)}")`;
}

export function iconCss(paths: Record<string, string>, stroke: number): string {
  return Object.entries(paths)
    .map(([name, body]) => {
      const url = dataUrl(body, stroke);
      return `.td-icon--${name}{-webkit-mask-image:${url};mask-image:${url};}`;
    })
    .join('\n');
}
