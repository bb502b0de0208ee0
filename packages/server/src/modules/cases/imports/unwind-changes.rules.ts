/** One field of a case changed. */
export interface FieldChange {
  readonly at: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** A case as it stood from a time on. */
export interface FieldState {
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What a case looked like from its opening on, from how it looks now and what changed, oldest first. A field that changed was before its first change what that change says.
 *
 * @example
 * const changes = [{ at: '2026-03-02', field: 'status', from: 'Open', to: 'Done' }];
 * unwindChanges('2026-03-01', { status: 'Done' }, changes) // [{ at: '2026-03-01', fields: { status: 'Open' } }, { at: '2026-03-02', fields: { status: 'Done' } }]
 */
export function unwindChanges(openedAt: string, now: Readonly<Record<string, string>>, changes: readonly FieldChange[]): FieldState[] {
  const first = { ...now };
  for (const { field, from } of changes.toReversed()) first[field] = from;
  const states: FieldState[] = [{ at: openedAt, fields: first }];
  for (const { at, field, to } of changes) {
    const before = states.at(-1) ?? { at, fields: first };
    const fields = { ...before.fields, [field]: to };
    if (before.at === at && states.length > 1) states[states.length - 1] = { at, fields };
    else states.push({ at, fields });
  }
  return states;
}
