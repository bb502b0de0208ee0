import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { priority } from '@zhiheng/contract/cases/case';
import { usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import type { Goal } from './duration-text.ts';

export type Target = AgreementDefinition['targets'][number];
/** All that a promise says apart from how long it allows and for which priority. */
export type Course = Omit<Target, 'goal' | 'scope'> & { readonly scope: Omit<NonNullable<Target['scope']>, 'priority'> };

/** `all`: every priority that has no time of its own. */
export const columns = ['all', ...priority.options] as const;
export type ColumnKey = (typeof columns)[number];

/** One promise as a line of the table: a time for each priority. */
export interface TargetRow {
  readonly course: Course;
  readonly goals: Readonly<Partial<Record<ColumnKey, Goal>>>;
}

export interface RowCell {
  readonly row: number;
  readonly column: ColumnKey;
}

/** Targets that differ by priority and time alone stand in one row. */
export function rowsOf(targets: readonly Target[]): TargetRow[] {
  const rows = new Map<string, { course: Course; goals: Partial<Record<ColumnKey, Goal>> }>();
  for (const { goal, scope: { priority: only, ...scope } = {}, ...rest } of targets) {
    const course = { ...rest, scope };
    const cells = (only ?? ['all']) as ColumnKey[];
    const key = keyOf(course);
    const row = rows.get(key) ?? { course, goals: {} };
    rows.set(key, row);
    // Of two times for one priority the first counts, as in the clock.
    for (const cell of cells) row.goals[cell] ??= goal;
  }
  return [...rows.values()];
}

const keyOf = (course: object): string => JSON.stringify(Object.entries(course).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The cells that have a time, in the order of the targets they become. */
export const cellsOf = (rows: readonly TargetRow[]): RowCell[] =>
  rows.flatMap(({ goals }, row) => columns.filter((column) => goals[column] !== undefined).map((column) => ({ row, column })));

export function targetsOf(rows: readonly TargetRow[]): Target[] {
  return cellsOf(rows).flatMap(({ row, column }) => {
    const { course, goals } = rows[row] ?? {};
    const goal = goals?.[column];
    return course === undefined || goal === undefined ? [] : [targetOf(course, goal, column)];
  });
}

function targetOf({ scope, ...course }: Course, goal: Goal, column: ColumnKey): Target {
  const whole = column === 'all' ? scope : { ...scope, priority: [column] };
  return { ...course, goal, ...(Object.keys(whole).length === 0 ? {} : { scope: whole }) };
}

/** How a promise of this name usually runs. */
export function usualCourse(kind: Target['kind']): Omit<Course, 'scope' | 'steps'> {
  const { start, pauses, stop, cancel, reset, reopening, recurring } = usualTargetOf(kind, { kind: 'working-time', seconds: 1 });
  return { kind, start, pauses, stop, cancel, reset, reopening, recurring };
}

/** Whether a promise runs as its name usually says; scope and escalation are one's own in any case. */
export const isUsual = ({ scope, steps, ...course }: Course): boolean =>
  keyOf({ ...course, scope, steps }) === keyOf({ ...usualCourse(course.kind), scope, steps });
