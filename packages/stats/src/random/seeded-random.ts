/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A reproducible source of uniform numbers in [0, 1) with 53 random bits: xoshiro128**, its state filled from the seed by SplitMix32. The
 * same seed gives the same numbers everywhere. Period 2¹²⁸ − 1; not for secrets. Throws RangeError when the seed is no integer.
 * Source: Blackman, Vigna (2021), ACM Transactions on Mathematical Software 47(4), article 36.
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed must be an integer: ${seed}`);
  const next = xoshiro128(stateOf(seed));
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
}

type State = readonly [number, number, number, number];

/**
 * The generator itself: whole numbers from 0 to 2³² − 1, from a state of four such numbers that are not all zero.
 * @example xoshiro128([1, 2, 3, 4])() // 11520
 */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

const rotated = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

/** Four well mixed numbers from one: all from its lower 32 bits, the last two also from the rest. */
function stateOf(seed: number): State {
  const low = splitMix(seed | 0);
  const high = splitMix(Math.floor(seed / 4_294_967_296));
  return [low(), low(), low() ^ high(), low() ^ high()];
}

/** Source of the constants: Ettinger (2019), hash function prospector. */
function splitMix(start: number): () => number {
  let counter = start | 0;
  return () => {
    counter = (counter + 0x9e37_79b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return mixed ^ (mixed >>> 15);
  };
}
