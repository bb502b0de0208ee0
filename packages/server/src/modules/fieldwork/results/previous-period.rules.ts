const dayLength = 86_400_000;

/**
 * The days before a period, as many as it has.
 * @example previousPeriod('2026-04-01', '2026-04-30') // { from: '2026-03-02', until: '2026-03-31' }
 */
export function previousPeriod(from: string, until: string): { readonly from: string; readonly until: string } {
  const first = Date.parse(from);
  const days = Math.max(1, Math.round((Date.parse(until) - first) / dayLength) + 1);
  return { from: dayOf(first - days * dayLength), until: dayOf(first - dayLength) };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
