/** A point of the unit box with its value. */
export interface BoxMinimum {
  readonly point: readonly number[];
  readonly value: number;
}

const grid = [0.02, 0.1, 0.3, 0.6, 0.9] as const;
const smallestStep = 1e-7;
const mostRounds = 400;

/**
 * Smallest value found of a function on the box [0, 1]ᵈ: from the best points of a coarse grid, steps along each axis (and on along the last
 * success) that halve when none helps. Deterministic and bounded; finds a local minimum, usually the global one of a smooth function of a few
 * parameters. Source: Hooke and Jeeves (1961), Journal of the ACM 8, 212–229.
 * @example searchBox(([x = 0, y = 0]) => (x - 0.25) ** 2 + (y - 1.5) ** 2, 2) // { point: [0.25…, 1], value: 0.25… }
 */
export function searchBox(f: (point: readonly number[]) => number, dimensions: number): BoxMinimum {
  const starts = gridPoints(dimensions)
    .map((point) => ({ point, value: f(point) }))
    .sort((a, b) => a.value - b.value)
    .slice(0, 3);
  const found = starts.map((start) => descend(f, start));
  return found.reduce((best, each) => (each.value < best.value ? each : best));
}

function gridPoints(dimensions: number): number[][] {
  let points: number[][] = [[]];
  for (let d = 0; d < dimensions; d++) points = points.flatMap((point) => grid.map((value) => [...point, value]));
  return points;
}

function descend(f: (point: readonly number[]) => number, start: BoxMinimum): BoxMinimum {
  let best = start;
  let step = 0.1;
  for (let round = 0; round < mostRounds && step > smallestStep; round++) {
    const next = alongAxes(f, best, step);
    if (next.value < best.value) {
      const onwards = next.point.map((x, d) => inBox(2 * x - best.point[d]!));
      const further = { point: onwards, value: f(onwards) };
      best = further.value < next.value ? further : next;
    } else step /= 2;
  }
  return best;
}

function alongAxes(f: (point: readonly number[]) => number, from: BoxMinimum, step: number): BoxMinimum {
  let best = from;
  for (let d = 0; d < from.point.length; d++) {
    for (const sign of [1, -1]) {
      const point = best.point.map((x, i) => (i === d ? inBox(x + sign * step) : x));
      const value = f(point);
      if (value < best.value) {
        best = { point, value };
        break;
      }
    }
  }
  return best;
}

const inBox = (x: number): number => Math.min(1, Math.max(0, x));
