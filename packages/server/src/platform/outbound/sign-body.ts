import { createHmac } from 'node:crypto';

/** Name of the header that tells a receiver that a body comes from here, and when. */
export const signatureHeader = 'zhiheng-signature';

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<body>` under the secret. With several secrets, during a change of it, one `v1` each. */
export function signBody(body: string, secrets: readonly string[], now: Date): string {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const marks = secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`);
  return [`t=${seconds}`, ...marks].join(',');
}
