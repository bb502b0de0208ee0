interface Days {
  readonly from: string;
  readonly to: string;
}

/** First and last day of a month `2026-11`. */
export function monthDays(month: string): Days {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** As far back as the calendar can be asked at once. */
const longest = 399;
/** Far enough to show the sheet of the present month before it is due. */
const ahead = 45;

/** The days in which something may be overdue. */
export const pastDays = (today: string): Days => ({ from: daysFrom(today, -longest), to: today });

/** This month and the weeks that follow. */
export const comingDays = (today: string): Days => ({ from: `${today.slice(0, 7)}-01`, to: daysFrom(today, ahead) });

function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
