import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** New UUIDv7: sorts by time of making. */
export const newId = (): string => v7();

/** Secret for links, sessions and keys: 256 random bits, URL-safe. Only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
