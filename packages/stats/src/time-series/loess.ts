/** How a curve is smoothed locally. Positions are 1, 2, … */
export interface LoessFrame {
  /** points that share in each fit; may exceed the series, which then is fitted more globally */
  readonly span: number;
  /** 0 a local mean, 1 a local line */
  readonly degree: 0 | 1;
  /** fit at every `jump`-th point only and draw lines between them; 1 fits everywhere */
  readonly jump: number;
  /** weight per point, besides that of distance */
  readonly weights: ArrayLike<number> | null;
}

/** Points outside this share of the bandwidth have no weight, inside the other full weight. */
const [edge, core] = [0.999, 0.001];

/**
 * Value of the locally weighted regression at position `x` (from 1, may lie outside), fitted on the positions `left` to `right` with tricube
 * weights of distance. Null when all weights are 0.
 * @example loessAt([1, 2, 3, 4], { x: 5, left: 1, right: 4 }, { span: 4, degree: 1, jump: 1, weights: null }) // 5…
 */
export function loessAt(
  y: ArrayLike<number>,
  { x, left, right }: { readonly x: number; readonly left: number; readonly right: number },
  { span, degree, weights }: LoessFrame,
): number | null {
  const n = y.length;
  const bandwidth = Math.max(x - left, right - x) + (span > n ? Math.floor((span - n) / 2) : 0);
  const w = Float64Array.from({ length: right - left + 1 }, (_, i) => nearness(left + i - x, bandwidth) * (weights?.[left + i - 1] ?? 1));
  const total = w.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  let [value, centre] = [0, 0];
  for (let j = left; j <= right; j++) {
    w[j - left]! /= total;
    centre += w[j - left]! * j;
  }
  const tilt = degree === 1 && bandwidth > 0 ? tiltAt(w, { x, left, centre, n }) : 0;
  for (let j = left; j <= right; j++) value += w[j - left]! * (1 + tilt * (j - centre)) * y[j - 1]!;
  return value;
}

/** Tricube weight of a distance. */
function nearness(distance: number, bandwidth: number): number {
  const r = Math.abs(distance);
  if (r > edge * bandwidth) return 0;
  return r <= core * bandwidth ? 1 : (1 - (r / bandwidth) ** 3) ** 3;
}

/** What turns a weighted mean into a weighted line; 0 where the points lie too close together for a slope. */
function tiltAt(w: Float64Array, { x, left, centre, n }: { x: number; left: number; centre: number; n: number }): number {
  let spread = 0;
  for (let i = 0; i < w.length; i++) spread += w[i]! * (left + i - centre) ** 2;
  return Math.sqrt(spread) > core * (n - 1) ? (x - centre) / spread : 0;
}

/**
 * Loess curve of equally spaced values. One value is its own curve. A point without any weight keeps its value.
 * Source: Cleveland (1979), Journal of the American Statistical Association 74, 829–836.
 * @example loess([1, 2, 3, 4, 5], { span: 5, degree: 1, jump: 1, weights: null }) // [1…, 2…, 3…, 4…, 5…]
 */
export function loess(y: ArrayLike<number>, frame: LoessFrame): Float64Array {
  const n = y.length;
  const curve = new Float64Array(n);
  if (n < 2) return Float64Array.from(y);
  const jump = Math.min(frame.jump, n - 1);
  const fit = (position: number): void => {
    curve[position - 1] = loessAt(y, windowAt(position, frame.span, n), frame) ?? y[position - 1]!;
  };
  let last = 1;
  fit(1);
  for (let position = 1 + jump; position <= n; position += jump) {
    fit(position);
    drawLine(curve, last, position);
    last = position;
  }
  if (last === n) return curve;
  fit(n);
  drawLine(curve, last, n);
  return curve;
}

/** The `span` positions around x, moved inwards at the ends. */
function windowAt(x: number, span: number, n: number): { x: number; left: number; right: number } {
  const left = Math.min(Math.max(1, x - Math.floor((span + 1) / 2) + 1), Math.max(1, n - span + 1));
  return { x, left, right: Math.min(n, left + span - 1) };
}

/** Straight line between two fitted positions. */
function drawLine(curve: Float64Array, from: number, to: number): void {
  const slope = (curve[to - 1]! - curve[from - 1]!) / (to - from);
  for (let position = from + 1; position < to; position++) curve[position - 1] = curve[from - 1]! + slope * (position - from);
}
