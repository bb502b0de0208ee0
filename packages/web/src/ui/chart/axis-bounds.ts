const steps = [1, 2, 2.5, 5, 10];

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Round bounds around all values with some air, so that limits and labels lie inside. `floor` and `ceiling` are never crossed. */
export function axisBounds(values: readonly number[], { floor, ceiling }: { floor?: number; ceiling?: number } = {}): Bounds {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { min: 0, max: 1, interval: 0.25 };
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const interval = roundStep(span / 4);
  const min = Math.floor((low - span * 0.08) / interval) * interval;
  const max = Math.ceil((high + span * 0.08) / interval) * interval;
  return {
    min: tidy(floor === undefined ? min : Math.max(floor, min)),
    max: tidy(ceiling === undefined ? max : Math.min(ceiling, max)),
    interval: tidy(interval),
  };
}

function roundStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = steps.find((candidate) => candidate * magnitude >= rough) ?? 10;
  return step * magnitude;
}

/** Cuts the dust of binary fractions: 0.30000000000000004 becomes 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12));
