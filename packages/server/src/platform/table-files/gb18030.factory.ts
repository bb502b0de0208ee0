let table: Map<string, readonly [number, number]> | null = null;

/** Every character of two bytes, found by decoding them all: the runtime decodes GB18030, but does not encode it. */
function characters(): Map<string, readonly [number, number]> {
  if (table !== null) return table;
  const decoder = new TextDecoder('gb18030');
  table = new Map();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if ([...text].length === 1) table.set(text, [first, second]);
    }
  }
  return table;
}

/** A text in GB18030, of Latin and of Chinese characters. */
export function gb18030(text: string): Buffer {
  const known = characters();
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const pair = known.get(character);
    if (pair === undefined) throw new RangeError(`not in the table: ${character}`);
    return pair;
  });
  return Buffer.from(bytes);
}
