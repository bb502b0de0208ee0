/** The same list in an order that depends on the seed alone (Fisher and Yates, with the numbers of mulberry32). */
export function shuffled<T>(list: readonly T[], seed: string): readonly T[] {
  const next = numbersOf(seed);
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** Items that hold their place keep it; the others change places among themselves. */
export function shuffledBut<T>(list: readonly T[], seed: string, holdsPlace: (item: T) => boolean): readonly T[] {
  const moved = shuffled(
    list.filter((item) => !holdsPlace(item)),
    seed,
  )[Symbol.iterator]();
  return list.map((item) => (holdsPlace(item) ? item : (moved.next().value as T)));
}

function numbersOf(seed: string): () => number {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
