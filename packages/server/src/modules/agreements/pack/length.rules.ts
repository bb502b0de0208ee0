const units = { h: 3600, min: 60, s: 1 } as const;
const form = /^(-?\d+)(h|min|s)$/;

/**
 * Seconds of a length in a pack.
 * @example secondsOf('-30min') // -1800
 */
export function secondsOf(length: string): number {
  const [, count = '0', unit = 's'] = form.exec(length) ?? [];
  return Number(count) * units[unit as keyof typeof units];
}

/**
 * The shortest way to say so many seconds.
 * @example lengthOf(5400) // '90min'
 */
export function lengthOf(seconds: number): string {
  const unit = (Object.keys(units) as (keyof typeof units)[]).find((candidate) => seconds % units[candidate] === 0) ?? 's';
  return `${seconds / units[unit]}${unit}`;
}
