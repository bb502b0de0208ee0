import type { CaseRow } from '@zhiheng/contract/cases/case';
import type { changeCases } from '@zhiheng/contract/cases/cases';
import type { CallInput } from '@zhiheng/contract/endpoint';

export type CasesChange = NonNullable<CallInput<typeof changeCases>['body']>;
type Change = CasesChange['change'];

/** What brings each case back to what it was, together for those that were alike. */
export function undoOf(rows: readonly CaseRow[], change: Change): CasesChange[] {
  const groups = new Map<string, { change: Change; ids: string[] }>();
  for (const row of rows) {
    const back = backFor(row, change);
    if (Object.keys(back).length === 0) continue;
    const key = JSON.stringify(back);
    const group = groups.get(key) ?? { change: back, ids: [] };
    group.ids.push(row.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function backFor(row: CaseRow, change: Change): Change {
  const fields = ['priority', 'teamId', 'assigneeId', 'categoryId', 'status'] as const;
  const changed = fields.filter((field) => change[field] !== undefined && change[field] !== row[field]);
  const added = (change.addTags ?? []).filter((tag) => !row.tags.includes(tag));
  const removed = (change.removeTags ?? []).filter((tag) => row.tags.includes(tag));
  return {
    ...Object.fromEntries(changed.map((field) => [field, row[field]])),
    ...(added.length === 0 ? {} : { removeTags: added }),
    ...(removed.length === 0 ? {} : { addTags: removed }),
  };
}
