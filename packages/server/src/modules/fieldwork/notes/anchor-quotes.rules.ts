/** Where a quote stands in notes, in UTF-16 units. */
interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly lost: boolean;
}

/**
 * Finds a quote again after the notes were changed: the same words nearest to where they stood; of two that are equally near the earlier.
 * Words that are no longer there are lost, and keep their old place.
 * @example anchorIn('so we waited long', { start: 0, text: 'waited' }) // { start: 6, end: 12, lost: false }
 */
export function anchorIn(notes: string, { start, text }: { readonly start: number; readonly text: string }): Anchor {
  const before = notes.lastIndexOf(text, start);
  const behind = notes.indexOf(text, start);
  const nearest = before >= 0 && (behind < 0 || start - before <= behind - start) ? before : behind;
  if (nearest < 0) return { start, end: start + text.length, lost: true };
  return { start: nearest, end: nearest + text.length, lost: false };
}

/**
 * Where a text was changed, when one stretch of it was replaced by another: how far the beginnings agree, and by how much what follows moved.
 * @example changeBetween('a b c', 'a big b c') // { at: 3, by: 4 }
 */
export function changeBetween(before: string, after: string): { readonly at: number; readonly by: number } {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  return { at, by: after.length - before.length };
}

/** Where a quote would stand had only what lies before it changed: the first place to look. */
export const expectedStart = (start: number, { at, by }: { readonly at: number; readonly by: number }): number =>
  start < at ? start : Math.max(0, start + by);
