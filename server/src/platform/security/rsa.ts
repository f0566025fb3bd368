/** RSA with SHA-256 as the payment platforms use it, without the leniency of Node's base64. */
import { createPublicKey, createVerify, type KeyObject } from 'node:crypto';
import { ConfigError } from '../config.js';

/** The bytes, or null for anything but canonical base64: no spaces, no URL alphabet, no stray bits. */
export function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return text.length > 0 && bytes.toString('base64') === text ? bytes : null;
}

/** False for a signature that is not canonical base64, and for one that does not belong to the message. */
export function isSignedBy(key: KeyObject, message: string | Buffer, signature: string): boolean {
  const bytes = strictBase64(signature);
  return bytes !== null && createVerify('RSA-SHA256').update(message).verify(key, bytes);
}

/** Throws ConfigError, so that a broken key stops the start and not the first payment. */
export function readPublicKey(pem: string, name: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // Told below: the parser's own words may hold parts of the key.
  }
  throw new ConfigError(`${name} is not an RSA public key or certificate`);
}
