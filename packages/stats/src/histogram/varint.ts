/**
 * Appends a whole number in as few bytes as it needs: seven bits each, the sign folded in (0, −1, 1, −2, … become 0, 1, 2, 3, …).
 * @example
 * const bytes = [];
 * writeVarint(bytes, -100);
 * bytes // [199, 1]
 */
export function writeVarint(bytes: number[], value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/**
 * Reads one such number and moves on. Throws RangeError when the bytes end inside it.
 * @example readVarint({ bytes: Uint8Array.of(199, 1), at: 0 }) // -100
 */
export function readVarint(reader: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new RangeError('histogram bytes are cut off');
    value += (byte % 128) * scale;
    if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    scale *= 128;
  }
}
