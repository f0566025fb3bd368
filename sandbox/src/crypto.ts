/** The few primitives that the four protocols share; nothing here knows a protocol. */
import {
  createCipheriv,
  createHash,
  createHmac,
  createSign,
  createVerify,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export type RsaDigest = 'RSA-SHA256' | 'RSA-SHA1';

export function rsaSign(
  message: string | Buffer,
  privateKey: string,
  digest: RsaDigest = 'RSA-SHA256',
): string {
  return createSign(digest).update(message).sign(privateKey, 'base64');
}

/** False for anything that is not a canonical base64 signature of this message under this key. */
export function rsaVerify(message: string | Buffer, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.toString('base64') !== signature) return false;
  return createVerify('RSA-SHA256').update(message).verify(publicKey, bytes);
}

export const sha1Hex = (text: string | Buffer) => createHash('sha1').update(text).digest('hex');
export const sha256Hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
export const md5Hex = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');
export const hmacHex = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest('hex');

export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** AEAD_AES_256_GCM as WeChat Pay uses it: base64 of ciphertext followed by the 16-byte tag. */
export function gcmSeal(key: string, nonce: string, associatedData: string, plain: string): string {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(nonce, 'utf8'));
  cipher.setAAD(Buffer.from(associatedData, 'utf8'));
  return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

/** AES-128-CBC with PKCS#7; Alipay's content encryption has an all-zero iv. */
export function cbcSeal(key: Buffer, iv: Buffer, plain: string): string {
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

export const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');

export function randomDigits(count: number): string {
  let digits = '';
  while (digits.length < count) digits += randomBytes(6).readUIntBE(0, 6).toString();
  return digits.slice(0, count);
}
