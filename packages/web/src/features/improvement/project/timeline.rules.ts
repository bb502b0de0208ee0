import type { ProjectAction } from '@zhiheng/contract/improvement/projects';

export interface Bar {
  readonly action: ProjectAction;
  /** parts of the whole stretch, 0–100 */
  readonly left: number;
  readonly width: number;
}

export interface Timeline {
  readonly bars: readonly Bar[];
  readonly undated: readonly ProjectAction[];
  /** the first day of each month with its place */
  readonly months: readonly { readonly month: string; readonly left: number }[];
  /** null when today lies outside */
  readonly today: number | null;
}

const day = 86_400_000;

interface Stretch {
  readonly startOn: string;
  readonly dueOn: string;
}

/** Where each action lies between the first and the last day of the project and its actions. One with a single day lasts that day. */
export function timelineOf(project: Stretch, actions: readonly ProjectAction[], today: string): Timeline {
  const dated = actions.flatMap((action) => {
    const [start, due] = [action.startOn ?? action.dueOn, action.dueOn ?? action.startOn];
    return start === null || due === null ? [] : [{ action, start, due }];
  });
  const first = Date.parse([project.startOn, ...dated.map(({ start }) => start)].reduce((a, b) => (a < b ? a : b)));
  const last = Date.parse([project.dueOn, ...dated.map(({ due }) => due)].reduce((a, b) => (a > b ? a : b))) + day;
  const place = (at: number): number => (100 * (at - first)) / (last - first);
  const now = Date.parse(today);
  return {
    bars: dated.map(({ action, start, due }) => {
      const left = place(Date.parse(start));
      return { action, left, width: place(Date.parse(due) + day) - left };
    }),
    undated: actions.filter(({ startOn, dueOn }) => startOn === null && dueOn === null),
    months: monthsBetween(first, last).map((month) => ({ month, left: Math.max(0, place(Date.parse(`${month}-01`))) })),
    today: now >= first && now < last ? place(now + day / 2) : null,
  };
}

/** `2026-03` and so on; a stretch of years is marked by every third month or fewer. */
function monthsBetween(first: number, last: number): string[] {
  const from = new Date(first);
  const months: string[] = [];
  for (let at = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1); at < last; at = nextMonth(at)) {
    months.push(new Date(at).toISOString().slice(0, 7));
  }
  const step = Math.ceil(months.length / 8);
  return months.filter((_, at) => at % step === 0);
}

function nextMonth(at: number): number {
  const now = new Date(at);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
}
