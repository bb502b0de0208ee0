/** Constructs, what measures them, and which one acts on which. */
export interface PathModel {
  readonly latents: readonly Latent[];
  readonly paths: readonly Path[];
}

/** A construct that is not measured itself, and the columns (from 0) of its reflective indicators. */
export interface Latent {
  readonly name: string;
  readonly indicators: readonly number[];
}

/** `from` acts on `to`; both are names of latents. */
export interface Path {
  readonly from: string;
  readonly to: string;
}

/** Who acts on whom, by place in the list of latents. */
export interface Neighbours {
  /** ends of each path, in the order of the paths */
  readonly ends: readonly { readonly from: number; readonly to: number }[];
  /** of each latent, those that act on it */
  readonly predecessors: readonly (readonly number[])[];
  /** of each latent, those it acts on */
  readonly successors: readonly (readonly number[])[];
}

/**
 * Who acts on whom in a sound model. Throws RangeError for a latent without indicators, without paths or named twice, a path to an
 * unknown latent or named twice, an indicator used twice, and paths that run in a circle.
 * @example neighboursOf({ latents: [{ name: 'A', indicators: [0] }, { name: 'B', indicators: [1] }], paths: [{ from: 'A', to: 'B' }] }) // { ends: [{ from: 0, to: 1 }], predecessors: [[], [0]], successors: [[1], []] }
 */
export function neighboursOf({ latents, paths }: PathModel): Neighbours {
  const names = latents.map(({ name }) => name);
  requireOnce(names, 'latent');
  requireOnce(
    paths.map(({ from, to }) => `${from} → ${to}`),
    'path',
  );
  requireOnce(
    latents.flatMap(({ indicators }) => indicators.map(String)),
    'indicator',
  );
  const ends = paths.map(({ from, to }) => ({ from: placeOf(names, from), to: placeOf(names, to) }));
  const predecessors = latents.map((_, latent) => ends.filter(({ to }) => to === latent).map(({ from }) => from));
  const successors = latents.map((_, latent) => ends.filter(({ from }) => from === latent).map(({ to }) => to));
  for (const [index, { name, indicators }] of latents.entries()) {
    if (indicators.length === 0) throw new RangeError(`${name} has no indicators`);
    if (predecessors[index]!.length + successors[index]!.length === 0) throw new RangeError(`${name} has no paths`);
  }
  requireNoCircle(predecessors);
  return { ends, predecessors, successors };
}

function placeOf(names: readonly string[], name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw new RangeError(`there is no latent ${name}`);
  return place;
}

function requireOnce(names: readonly string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`${what} named twice: ${twice}`);
}

/** Takes away, again and again, the latents whose predecessors are gone; what stays runs in a circle. */
function requireNoCircle(predecessors: readonly (readonly number[])[]): void {
  let left = [...predecessors.keys()];
  for (;;) {
    const waiting = left.filter((latent) => predecessors[latent]!.some((other) => left.includes(other)));
    if (waiting.length === 0) return;
    if (waiting.length === left.length) throw new RangeError('paths run in a circle');
    left = waiting;
  }
}
