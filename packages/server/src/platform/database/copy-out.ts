import { finished } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { lendClient, type Db } from './connect.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What a select finds in one organisation, as COPY writes it in binary: several times as fast as rows of objects. Values stand in the text of the
 * statement, so they are the caller's own: numbers and ids.
 */
export async function copyOut(db: Db, orgId: string, select: string): Promise<CopiedRows> {
  if (!uuid.test(orgId)) throw new RangeError('not an organisation id');
  return lendClient(db, async (client) => {
    await client.query(`begin read only; set local app.org_id = '${orgId}'`);
    const chunks: Buffer[] = [];
    const source = client.query(copyTo(`copy (${select}) to stdout (format binary)`));
    // A chunk may be a single row: waiting for each would take longer than reading it.
    source.on('data', (chunk: Buffer) => chunks.push(chunk));
    await finished(source);
    await client.query('commit');
    return new CopiedRows(Buffer.concat(chunks));
  });
}

const headerLength = 19;
/** PostgreSQL counts from 2000-01-01. */
const epoch = 946_684_800;

/** Reads copied rows one after the other, and their columns in order. */
export class CopiedRows {
  readonly #bytes: Buffer;
  #at = headerLength;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Goes to the next row; false behind the last. */
  next(): boolean {
    const columns = this.#bytes.readInt16BE(this.#at);
    this.#at += 2;
    return columns > 0;
  }

  /** Where the next column begins, an id of 16 bytes; -1 where it is null. */
  id(): number {
    const length = this.#bytes.readInt32BE(this.#at);
    this.#at += 4;
    if (length < 0) return -1;
    this.#at += length;
    return this.#at - length;
  }

  /** Which of two ids comes first, this one's at `at` or the other's: below, above or nought. */
  compareIds(at: number, other: CopiedRows, otherAt: number): number {
    return this.#bytes.compare(other.#bytes, otherAt, otherAt + 16, at, at + 16);
  }

  uuid(at: number): string {
    return this.#bytes.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** A column of text, or of jsonb where `skip` is 1. */
  text(skip = 0): string | null {
    const length = this.#bytes.readInt32BE(this.#at);
    this.#at += 4;
    if (length < 0) return null;
    return this.#bytes.toString('utf8', this.#at + skip, (this.#at += length));
  }

  integer(): number | null {
    const length = this.#bytes.readInt32BE(this.#at);
    this.#at += 4 + Math.max(length, 0);
    if (length < 0) return null;
    return length === 4
      ? this.#bytes.readInt32BE(this.#at - 4)
      : this.#bytes.readInt32BE(this.#at - 8) * 2 ** 32 + this.#bytes.readUInt32BE(this.#at - 4);
  }

  /** A timestamptz, in seconds since 1970. */
  instant(): number | null {
    const microseconds = this.integer();
    return microseconds === null ? null : Math.round(microseconds / 1e6) + epoch;
  }
}
