import type { CaseColumn } from '@zhiheng/contract/cases/case-imports';
import words from './presets/words.json' with { type: 'json' };
import type { StateRow } from './gather-cases.ts';
import { unwindChanges } from './unwind-changes.rules.ts';

const fieldOf = new Map<string, CaseColumn>(
  Object.entries(words.fields).flatMap(([field, names]) => names.map((name) => [name, field as CaseColumn] as const)),
);

/** Rows that each say what one field changed from and to, as rows that say how the case stood. */
export function statesOfChanges(rows: readonly StateRow[]): StateRow[] {
  const [last] = rows.slice(-1);
  if (last === undefined) return [];
  const changes = rows.flatMap(({ values }) => {
    const field = fieldOf.get((values.changedField ?? '').toLowerCase());
    return field === undefined ? [] : [{ at: values.at ?? '', field, from: values.changedFrom ?? '', to: values.changedTo ?? '' }];
  });
  const now = { ...last.values };
  for (const { field, to } of changes) now[field as CaseColumn] = to;
  const openedAt = last.values.openedAt || (changes[0]?.at ?? '');
  const states = unwindChanges(openedAt, now as Record<string, string>, changes);
  return states.map(({ at, fields }, index) => ({
    line: rows[Math.max(0, index - 1)]?.line ?? last.line,
    values: { ...fields, at },
    comments: index === states.length - 1 ? last.comments : [],
  }));
}
