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
const backFor = (row: FeedbackRow, change: FeedbackChange): FeedbackChange => ({
  ...workBack(row, change),
  ...judgementBack(row, change),
  ...tagsBack(row, change),
});

const workBack = (row: FeedbackRow, { state, ownerId }: FeedbackChange): FeedbackChange => ({
  ...(state !== undefined && state !== row.state && { state: row.state }),
  ...(ownerId !== undefined && ownerId !== row.ownerId && { ownerId: row.ownerId }),
});

const judgementBack = (row: FeedbackRow, { themeIds, polarity }: FeedbackChange): FeedbackChange => ({
  ...(themeIds !== undefined && { themeIds: row.themesBy === 'hand' ? row.themeIds : null }),
  ...(polarity !== undefined && { polarity: row.polarityBy === 'hand' ? row.polarity : null }),
});

function tagsBack(row: FeedbackRow, { addTags = [], removeTags = [] }: FeedbackChange): FeedbackChange {
  const added = addTags.filter((tag) => !row.tags.includes(tag));
  const removed = removeTags.filter((tag) => row.tags.includes(tag));
  return { ...(added.length > 0 && { removeTags: added }), ...(removed.length > 0 && { addTags: removed }) };
}
