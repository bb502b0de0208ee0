import type { CaseRow } from '@zhiheng/contract/cases/case';

/** A list as it was loaded, and when. */
export interface LoadedList {
  readonly at: number;
  readonly rows: readonly Pick<CaseRow, 'id' | 'number'>[];
}

/** The number of the case after or before this one in the list that was loaded last and has it; null at its ends. */
export function neighbourOf(lists: readonly LoadedList[], id: string, by: 1 | -1): string | null {
  const [list] = lists.filter(({ rows }) => rows.some((row) => row.id === id)).toSorted((a, b) => b.at - a.at);
  if (list === undefined) return null;
  return list.rows[list.rows.findIndex((row) => row.id === id) + by]?.number ?? null;
}
