const dayLength = 86_400_000;

/** Day 0 of the serial days of a workbook: 30 December 1899 (so that 1 March 1900 is day 61), or 1 January 1904. */
export const serialEpochs = { standard: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) } as const;

/**
 * Writes a serial day as a date, a date with time, or, below 1, a time of day. Workbooks keep about a millisecond.
 * @example serialText(42429.27638888889) // '2016-02-29T06:38:00.000'
 */
export function serialText(serial: number, epoch: number = serialEpochs.standard): string {
  const instant = epoch + Math.round(serial * dayLength);
  if (!(Math.abs(instant) < 8.64e15)) return String(serial);
  const text = new Date(instant).toISOString();
  if (serial >= 0 && serial < 1) return text.slice(11, 19);
  return instant % dayLength === 0 ? text.slice(0, 10) : text.slice(0, -1);
}
