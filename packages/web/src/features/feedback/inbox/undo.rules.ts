import type { FeedbackChange, FeedbackRow } from '@zhiheng/contract/feedback/feedback';

export interface ChangeOfMany {
  readonly ids: string[];
  readonly change: FeedbackChange;
}

/** What brings each feedback back to what it was, together for those that were alike. */
export function undoOf(rows: readonly FeedbackRow[], change: FeedbackChange): ChangeOfMany[] {
  const groups = new Map<string, ChangeOfMany>();
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

/** What a person had not decided goes back to the rules. */
function backFor(row: FeedbackRow, change: FeedbackChange): FeedbackChange {
  const added = (change.addTags ?? []).filter((tag) => !row.tags.includes(tag));
  const removed = (change.removeTags ?? []).filter((tag) => row.tags.includes(tag));
  return {
    ...(change.state !== undefined && change.state !== row.state && { state: row.state }),
    ...(change.ownerId !== undefined && change.ownerId !== row.ownerId && { ownerId: row.ownerId }),
    ...(change.themeIds !== undefined && { themeIds: row.themesBy === 'hand' ? row.themeIds : null }),
    ...(change.polarity !== undefined && { polarity: row.polarityBy === 'hand' ? row.polarity : null }),
    ...(added.length > 0 && { removeTags: added }),
    ...(removed.length > 0 && { addTags: removed }),
  };
}
