/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** FNV-1a, 32 bit. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The same seed gives the same stream on every machine (mulberry32). No secret may ever come from it. */
export function randomFrom(seed: string): Random {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Standard normal, by Box and Muller. */
export const drawNormal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Poisson: Knuth's product for small means, the normal approximation above 30. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** Binomial: counted one by one for few trials, by the rarer outcome as Poisson or by the normal approximation for many. */
export function drawBinomial(random: Random, trials: number, p: number): number {
  if (p > 0.5) return trials - drawBinomial(random, trials, 1 - p);
  if (trials <= 50) return Array.from({ length: trials }, random).filter((u) => u < p).length;
  const mean = trials * p;
  const drawn = mean <= 30 ? drawPoisson(random, mean) : Math.round(mean + Math.sqrt(mean * (1 - p)) * drawNormal(random));
  return Math.min(trials, Math.max(0, drawn));
}
