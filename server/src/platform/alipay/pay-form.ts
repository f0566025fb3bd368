/**
 * Alipay's notify as the bytes that came: a form, decoded once, in which no name stands twice. The SDK's check
 * lets the message choose its own signature type and fails on odd input; here RSA2 is the only one there is.
 */

const MOST_FIELDS = 100;

function decode(text: string): string {
  // "+" is a space in forms. decodeURIComponent refuses broken escapes and bytes that are no UTF-8.
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/** Throws, in a few words, on anything that could be read in two ways. */
export function readForm(body: Buffer): Map<string, string> {
  const text = body.toString('latin1');
  if (!/^[\x21-\x7e]+$/.test(text)) throw new Error('not a form');
  const pairs = text.split('&');
  if (pairs.length > MOST_FIELDS) throw new Error('too many fields');
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    if (cut <= 0) throw new Error('malformed field');
    const name = decode(pair.slice(0, cut));
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(name)) throw new Error('malformed name');
    if (fields.has(name)) throw new Error('doubled field');
    fields.set(name, decode(pair.slice(cut + 1)));
  }
  return fields;
}

/**
 * The text that was signed: all fields but `sign`, sorted, empty ones included. Payments leave `sign_type` out;
 * some other messages of Alipay sign it too.
 */
export function signedText(fields: ReadonlyMap<string, string>, withSignType: boolean): string {
  return [...fields.keys()]
    .filter((name) => name !== 'sign' && (withSignType || name !== 'sign_type'))
    .sort()
    .map((name) => `${name}=${fields.get(name)}`)
    .join('&');
}
