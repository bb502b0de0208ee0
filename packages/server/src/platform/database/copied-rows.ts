const headerLength = 19;
const rowCode = 'd'.charCodeAt(0);
/** PostgreSQL counts from 2000-01-01. */
const epoch = 946_684_800;

/** Reads copied rows one after the other from the messages that brought them, and their columns in order. */
export class CopiedRows {
  readonly length: number;
  readonly memory: Buffer;
  #left: number;
  #at = 0;
  #end = 0;
  #lengthHere = 0;

  constructor(memory: Buffer, length: number) {
    this.memory = memory;
    this.length = length;
    this.#left = length;
  }

  /** Goes to the next row, past what was not read of this one; false behind the last. */
  next(): boolean {
    if (this.#left === 0) return false;
    const isFirst = this.#left-- === this.length;
    do this.#at = this.#end;
    while (this.#message() !== rowCode);
    this.#at += isFirst ? headerLength + 2 : 2;
    return true;
  }

  #message(): number {
    const code = this.memory[this.#at] ?? 0;
    this.#end = this.#at + 1 + this.memory.readUInt32BE(this.#at + 1);
    this.#at += 5;
    return code;
  }

  /** Where the next column begins, an id of 16 bytes; -1 where it is null. */
  id(): number {
    if (this.#isNull()) return -1;
    this.#at += this.#lengthHere;
    return this.#at - this.#lengthHere;
  }

  /** Which of two ids comes first, this one's at `at` or the other's: below, above or nought. */
  compareIds(at: number, other: CopiedRows, otherAt: number): number {
    for (let byte = 0; byte < 16; byte += 4) {
      const difference = this.memory.readUInt32BE(at + byte) - other.memory.readUInt32BE(otherAt + byte);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  uuid(at: number): string {
    return this.memory.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** A column as a string of one letter for each byte, by which to look it up: sooner there than its text, and different where that is. */
  letters(): string | null {
    if (this.#isNull()) return null;
    const from = this.#at;
    return this.memory.toString('latin1', from, (this.#at += this.#lengthHere));
  }

  /** Whether the next column is these bytes. */
  is(bytes: Uint8Array): boolean {
    if (this.#isNull() || this.#lengthHere !== bytes.length) return false;
    const from = this.#at;
    for (let byte = 0; byte < bytes.length; byte++) if (this.memory[from + byte] !== bytes[byte]) return false;
    this.#at += bytes.length;
    return true;
  }

  integer(): number | null {
    if (this.#isNull()) return null;
    this.#at += this.#lengthHere;
    return this.#lengthHere === 4
      ? this.memory.readInt32BE(this.#at - 4)
      : this.memory.readInt32BE(this.#at - 8) * 2 ** 32 + this.memory.readUInt32BE(this.#at - 4);
  }

  /** A timestamptz, in seconds since 1970. */
  instant(): number | null {
    const microseconds = this.integer();
    return microseconds === null ? null : Math.round(microseconds / 1e6) + epoch;
  }

  /** Reads the length of the next column. */
  #isNull(): boolean {
    this.#lengthHere = this.memory.readInt32BE(this.#at);
    this.#at += 4;
    return this.#lengthHere < 0;
  }
}

/** The text of which these are the letters. */
export const textOfLetters = (letters: string): string => Buffer.from(letters, 'latin1').toString();
