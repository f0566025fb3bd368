/** Answers of others, read without trust in their shape. */

/** The JSON object in these bytes, or null for anything else. */
export function jsonObject(body: Buffer | string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
