/** Today (`2026-11-21`) by the clocks of a zone. */
export const dayIn = (zone: string, now: Date = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
