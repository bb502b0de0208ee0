import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps words that the application must be able to say again, such as the password of a mailbox, unreadable at rest. */
export interface Sealer {
  /** `bound` says where it belongs: moved elsewhere it does not open. */
  seal(words: string, bound: string): string;
  /** Null when no secret at hand opens it, or when it was changed. */
  unseal(sealed: string, bound: string): string | null;
  /** Sealed under a secret that is on its way out. */
  isOutdated(sealed: string): boolean;
}

interface Key {
  readonly name: string;
  readonly bytes: Buffer;
}

/** AES-256-GCM. The first secret seals; the others only open what was sealed under them before. */
export function createSealer(secrets: readonly [string, ...string[]]): Sealer {
  const [current, ...former] = secrets;
  const keys = [keyOf(current), ...former.map(keyOf)] as const;
  return {
    seal: (words, bound) => sealUnder(keys[0], words, bound),
    unseal(sealed, bound) {
      const key = keys.find(({ name }) => name === nameIn(sealed));
      return key === undefined ? null : open(key, sealed, bound);
    },
    isOutdated: (sealed) => nameIn(sealed) !== keys[0].name,
  };
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'zhiheng sealed words', 32));
  return { name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

const nameIn = (sealed: string): string => sealed.split('.')[0] ?? '';

function sealUnder({ name, bytes }: Key, words: string, bound: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return [name, nonce.toString('base64url'), Buffer.concat([hidden, cipher.getAuthTag()]).toString('base64url')].join('.');
}

function open({ bytes }: Key, sealed: string, bound: string): string | null {
  const [, nonce = '', rest = ''] = sealed.split('.');
  const hidden = Buffer.from(rest, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', bytes, Buffer.from(nonce, 'base64url')).setAAD(Buffer.from(bound));
    decipher.setAuthTag(hidden.subarray(-16));
    return Buffer.concat([decipher.update(hidden.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    // Changed or moved: it says nothing any more.
    return null;
  }
}
